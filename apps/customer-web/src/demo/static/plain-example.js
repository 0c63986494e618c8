/* What is called before the loader has run waits in `q`. */
window.Beckon =
  window.Beckon ||
  function () {
    ;(window.Beckon.q = window.Beckon.q || []).push(arguments)
  }

window.Beckon('setContext', { cabin: 'economy' })
window.Beckon('on', 'unread', ({ unread }) => {
  document.querySelector('#unread').value = unread
})
window.Beckon('on', 'interactions', (interactions) => {
  document.querySelector('#open').value = interactions.length
})

document.addEventListener('DOMContentLoaded', () => {
  const onClick = (id, act) => document.querySelector(id).addEventListener('click', act)
  onClick('#chat', () => {
    window.Beckon('trackEvent', 'asked-for-chat', 'from the example')
    window.Beckon('startChat', { subject: 'baggage', text: 'My bag did not arrive.' })
  })
  onClick('#call', () => window.Beckon('startCall', { subject: 'baggage' }))
  onClick('#dark', () => window.Beckon('setTheme', { accent: '#ffb020', mode: 'dark', position: 'left' }))
  onClick('#arabic', () => window.Beckon('setLocale', 'ar'))
})
