import type { ConsolePage } from '../frame/console-page.js';
import type { InLanguages } from '../frame/languages.js';

const pt = {
  PARTNER_ADMIN: 'Tudo na empresa, também chaves e equipe',
  WELLHUB_REGISTRATION: 'Só para o Wellhub: enviar novos alunos',
  CUSTOMER_READ: 'Ver alunos e seus códigos de acesso',
  CUSTOMER_WRITE: 'Cadastrar e alterar alunos e contratos',
  CHECKIN_READ: 'Ver check-ins e visitas',
  CHECKIN_WRITE: 'Validar check-ins, encerrar visitas',
  REPORTS: 'Comparar relatórios do Wellhub',
  STUDIO_READ: 'Ver academias e seus ajustes',
  STUDIO_WRITE: 'Alterar academias e seus ajustes',
  DEVICE_READ: 'Ver portas',
  DEVICE_WRITE: 'Cadastrar portas e suas senhas',
  WEBHOOK_READ: 'Ver eventos e entregas',
  WEBHOOK_WRITE: 'Definir quem recebe eventos, enviar de novo',
  USERS_API: 'Usar a API compatível com Perfect Gym (/Api)',
};
type ScopeNames = typeof pt;

const en: ScopeNames = {
  PARTNER_ADMIN: 'Everything of the company, keys and staff too',
  WELLHUB_REGISTRATION: 'Only for Wellhub: to send new members',
  CUSTOMER_READ: 'See members and their access codes',
  CUSTOMER_WRITE: 'Register and change members and contracts',
  CHECKIN_READ: 'See check-ins and visits',
  CHECKIN_WRITE: 'Validate check-ins, end visits',
  REPORTS: 'Compare Wellhub’s reports',
  STUDIO_READ: 'See gyms and their settings',
  STUDIO_WRITE: 'Change gyms and their settings',
  DEVICE_READ: 'See doors',
  DEVICE_WRITE: 'Register doors and their passwords',
  WEBHOOK_READ: 'See events and deliveries',
  WEBHOOK_WRITE: 'Decide who gets events, send them again',
  USERS_API: 'Use the API compatible with Perfect Gym (/Api)',
};

const es: ScopeNames = {
  PARTNER_ADMIN: 'Todo en la empresa, también claves y equipo',
  WELLHUB_REGISTRATION: 'Solo para Wellhub: enviar nuevos socios',
  CUSTOMER_READ: 'Ver socios y sus códigos de acceso',
  CUSTOMER_WRITE: 'Registrar y cambiar socios y contratos',
  CHECKIN_READ: 'Ver check-ins y visitas',
  CHECKIN_WRITE: 'Validar check-ins, terminar visitas',
  REPORTS: 'Comparar informes de Wellhub',
  STUDIO_READ: 'Ver gimnasios y sus ajustes',
  STUDIO_WRITE: 'Cambiar gimnasios y sus ajustes',
  DEVICE_READ: 'Ver puertas',
  DEVICE_WRITE: 'Registrar puertas y sus contraseñas',
  WEBHOOK_READ: 'Ver eventos y entregas',
  WEBHOOK_WRITE: 'Decidir quién recibe eventos, enviar de nuevo',
  USERS_API: 'Usar la API compatible con Perfect Gym (/Api)',
};

const de: ScopeNames = {
  PARTNER_ADMIN: 'Alles im Unternehmen, auch Schlüssel und Team',
  WELLHUB_REGISTRATION: 'Nur für Wellhub: neue Mitglieder senden',
  CUSTOMER_READ: 'Mitglieder und ihre Zugangscodes sehen',
  CUSTOMER_WRITE: 'Mitglieder und Verträge anlegen und ändern',
  CHECKIN_READ: 'Check-ins und Besuche sehen',
  CHECKIN_WRITE: 'Check-ins validieren, Besuche beenden',
  REPORTS: 'Berichte von Wellhub vergleichen',
  STUDIO_READ: 'Studios und ihre Einstellungen sehen',
  STUDIO_WRITE: 'Studios und ihre Einstellungen ändern',
  DEVICE_READ: 'Türen sehen',
  DEVICE_WRITE: 'Türen und ihre Passwörter anlegen',
  WEBHOOK_READ: 'Ereignisse und Zustellungen sehen',
  WEBHOOK_WRITE: 'Festlegen, wer Ereignisse bekommt; noch einmal senden',
  USERS_API: 'Die mit Perfect Gym verträgliche API benutzen (/Api)',
};

const SCOPE_NAMES: InLanguages<ScopeNames> = { pt, en, es, de };

export const SCOPES_SHOWN = Object.keys(pt) as (keyof ScopeNames)[];

export function scopeName(page: ConsolePage, scope: string): string {
  const names: Readonly<Record<string, string>> = page.textsOf(SCOPE_NAMES);
  return names[scope] ?? scope;
}
