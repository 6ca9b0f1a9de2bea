import express from 'express'

/** The reference: a bare Express 5 that parses a JSON body and sends it back. */
const app = express()
app.disable('x-powered-by')
app.post('/', express.json(), (request, response) => {
  response.json(request.body)
})
const server = app.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`))
process.on('SIGTERM', () => process.exit(0))
