export { mailEntry } from './mail-entry.ts'
export { createHasMail, createSendMails } from './send-mails.ts'
