import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Modal } from '../modal.tsx'

interface PictureDialogProps {
  name: string
  address: string
  onClose: () => void
}

/** A picture as large as the screen has room for. */
export function PictureDialog({ name, address, onClose }: PictureDialogProps) {
  const { t } = useTranslation()
  return (
    <Modal title={name} closeLabel={t('app.close')} onClose={onClose}>
      <div className="flex h-full flex-col items-center gap-3 p-4">
        <img src={address} alt={name} className="min-h-0 flex-1 object-contain" />
        <a
          href={address}
          download={name}
          className="inline-flex min-h-8 items-center gap-1.5 rounded-md border border-line px-3 hover:bg-ground pointer-coarse:min-h-11"
        >
          <Download size={16} aria-hidden="true" />
          {t('file.saveShort')}
        </a>
      </div>
    </Modal>
  )
}
