export { AlertNotificationsModule } from './alert-notifications.module.js';
export { alertTextOf, type AlertCode, type AlertText } from './texts/alert-texts.js';
