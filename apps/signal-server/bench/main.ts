import { chatFigures } from './chat/chat-figures.ts'

for (const figure of await chatFigures()) console.info(JSON.stringify(figure))
