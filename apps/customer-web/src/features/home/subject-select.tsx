import { t } from '../../components/catalogue/text.ts'

interface SubjectSelectProps {
  subjects: readonly { key: string; name: string }[]
  value: string | undefined
  onChange: (subject: string | undefined) => void
}

export const SubjectSelect = ({ subjects, value, onChange }: SubjectSelectProps) => (
  <label className="subject-select">
    <span>{t('home.subject')}</span>
    <select value={value ?? ''} onChange={(event) => onChange(event.currentTarget.value || undefined)}>
      <option value="">{t('home.subject.any')}</option>
      {subjects.map(({ key, name }) => (
        <option key={key} value={key}>
          {name}
        </option>
      ))}
    </select>
  </label>
)
