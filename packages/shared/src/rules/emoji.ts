/** What the pickers of both apps offer, drawn by the reader's own fonts; how each is called for those who do not see it. */
export const emoji = [
  { glyph: '🙂', en: 'slight smile', ar: 'ابتسامة خفيفة' },
  { glyph: '😀', en: 'grin', ar: 'ضحكة' },
  { glyph: '😊', en: 'warm smile', ar: 'ابتسامة دافئة' },
  { glyph: '😄', en: 'laugh', ar: 'ضحك' },
  { glyph: '😂', en: 'tears of joy', ar: 'دموع الفرح' },
  { glyph: '😉', en: 'wink', ar: 'غمزة' },
  { glyph: '😍', en: 'heart eyes', ar: 'عيون محبة' },
  { glyph: '🤗', en: 'hug', ar: 'عناق' },
  { glyph: '🤔', en: 'thinking', ar: 'تفكير' },
  { glyph: '😐', en: 'neutral', ar: 'وجه محايد' },
  { glyph: '😮', en: 'surprise', ar: 'دهشة' },
  { glyph: '😕', en: 'puzzled', ar: 'حيرة' },
  { glyph: '🙁', en: 'slight frown', ar: 'عبوس خفيف' },
  { glyph: '😢', en: 'crying', ar: 'بكاء' },
  { glyph: '😭', en: 'loud crying', ar: 'بكاء شديد' },
  { glyph: '😠', en: 'anger', ar: 'غضب' },
  { glyph: '😅', en: 'relieved sweat', ar: 'عرق وارتياح' },
  { glyph: '😌', en: 'relief', ar: 'ارتياح' },
  { glyph: '😴', en: 'sleep', ar: 'نوم' },
  { glyph: '😎', en: 'sunglasses', ar: 'نظارة شمسية' },
  { glyph: '🙈', en: 'cannot look', ar: 'لا أريد أن أرى' },
  { glyph: '👍', en: 'thumbs up', ar: 'إبهام إلى أعلى' },
  { glyph: '👎', en: 'thumbs down', ar: 'إبهام إلى أسفل' },
  { glyph: '👌', en: 'all right', ar: 'حسنًا' },
  { glyph: '👋', en: 'wave', ar: 'تلويح' },
  { glyph: '👏', en: 'applause', ar: 'تصفيق' },
  { glyph: '🙏', en: 'thank you', ar: 'شكرًا' },
  { glyph: '💪', en: 'strong', ar: 'قوة' },
  { glyph: '🤝', en: 'handshake', ar: 'مصافحة' },
  { glyph: '🤞', en: 'fingers crossed', ar: 'أصابع متقاطعة' },
  { glyph: '👀', en: 'eyes', ar: 'عيون' },
  { glyph: '❤️', en: 'red heart', ar: 'قلب أحمر' },
  { glyph: '💙', en: 'blue heart', ar: 'قلب أزرق' },
  { glyph: '💔', en: 'broken heart', ar: 'قلب مكسور' },
  { glyph: '✨', en: 'sparkles', ar: 'بريق' },
  { glyph: '🎉', en: 'party', ar: 'احتفال' },
  { glyph: '🎁', en: 'present', ar: 'هدية' },
  { glyph: '🌹', en: 'rose', ar: 'وردة' },
  { glyph: '⭐', en: 'star', ar: 'نجمة' },
  { glyph: '☀️', en: 'sun', ar: 'شمس' },
  { glyph: '🌧️', en: 'rain', ar: 'مطر' },
  { glyph: '🔥', en: 'fire', ar: 'نار' },
  { glyph: '✅', en: 'done', ar: 'تم' },
  { glyph: '❌', en: 'cross', ar: 'علامة خطأ' },
  { glyph: '❓', en: 'question', ar: 'سؤال' },
  { glyph: '❗', en: 'exclamation', ar: 'علامة تعجب' },
  { glyph: '⏰', en: 'alarm clock', ar: 'منبه' },
  { glyph: '📎', en: 'paper clip', ar: 'مشبك ورق' },
  { glyph: '📷', en: 'camera', ar: 'آلة تصوير' },
  { glyph: '📞', en: 'telephone', ar: 'هاتف' },
  { glyph: '✉️', en: 'letter', ar: 'رسالة' },
  { glyph: '💳', en: 'bank card', ar: 'بطاقة مصرفية' },
  { glyph: '🧳', en: 'suitcase', ar: 'حقيبة سفر' },
  { glyph: '✈️', en: 'aeroplane', ar: 'طائرة' },
  { glyph: '🚗', en: 'car', ar: 'سيارة' },
  { glyph: '☕', en: 'coffee', ar: 'قهوة' },
] as const

/** Seven of 44 px fit on the smallest phone. */
export const emojiColumns = 7

/** The rows of the grid. */
export const emojiRows = Array.from({ length: Math.ceil(emoji.length / emojiColumns) }, (_row, n) =>
  emoji.slice(n * emojiColumns, (n + 1) * emojiColumns),
)

/** Where a key leads in the grid, undefined for a key that leads nowhere; arrows go the way they point. */
export function nextEmoji(key: string, index: number, rightToLeft: boolean): number | undefined {
  const column = index % emojiColumns
  const ahead = rightToLeft ? -1 : 1
  const steps: Partial<Record<string, number>> = {
    ArrowRight: ahead,
    ArrowLeft: -ahead,
    ArrowDown: emojiColumns,
    ArrowUp: -emojiColumns,
    Home: -column,
    End: emojiColumns - 1 - column,
  }
  const step = steps[key]
  if (step === undefined) return undefined
  const next = index + step
  return next >= 0 && next < emoji.length ? next : index
}
