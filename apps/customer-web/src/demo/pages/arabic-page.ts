import type { DemoPage } from '../layout.ts'

/** From right to left, so that the widget can be seen that way. */
export const arabicPage: DemoPage = {
  name: 'arabic',
  title: 'مدفوعات البطاقة',
  area: 'none',
  subject: 'card-dispute',
  language: { lang: 'ar', dir: 'rtl' },
  main: `
      <section class="page-head">
        <p class="crumb">المدفوعات</p>
        <h1>عملية لا تعرفها على بطاقتك؟</h1>
        <p>يراجعها موظف معك خطوة بخطوة.</p>
      </section>
      <section class="band">
        <div><h2>تحدّث إلينا بالعربية</h2><p>كتابةً أو صوتًا، من هذه الصفحة.</p></div>
        <button class="primary" data-beckon data-subject="card-dispute" data-context-payment="412.40 €">تحدّث إلينا</button>
      </section>`,
}
