import type { RemedyWords } from './remedy-words.js';

export const es: RemedyWords = {
  ACCESS_CODE_UNKNOWN:
    'Pide que abra otra vez la página del código y muestre lo que aparece ahora. Una tarjeta debe estar en la ficha del socio.',
  ACCESS_CODE_WRONG_STUDIO:
    'Pide que elija este gimnasio en la página del código y muestre el nuevo.',
  ACCESS_CODE_ALREADY_USED:
    'Cada código abre una vez. La página muestra otro en segundos; una foto antigua no sirve.',
  ACCESS_CODE_EXPIRED:
    'El código se renueva solo: pide la página abierta, no una foto. Sin internet se detiene.',
  CUSTOMER_ACCESS_RESTRICTED:
    'La persona o la tarjeta está bloqueada. Mira el motivo en la ficha del socio antes de dejar entrar.',
  ACCESS_CLOSED_TODAY: 'Es un día de cierre del centro. Están en las reglas de acceso.',
  ACCESS_AGE:
    'Mira la fecha de nacimiento en el perfil del socio y las edades en las reglas del centro.',
  ACCESS_ANTI_PASSBACK: 'Entró y no salió por una puerta. Regístrale la salida en su perfil.',
  ACCESS_OUTSIDE_HOURS: 'Mira los horarios en las reglas del centro.',
  ACCESS_DOOR_NOT_INCLUDED:
    'Pídele que use otra puerta, o mira las puertas en las reglas del centro.',
  ACCESS_PLAN_NOT_INCLUDED:
    'Ninguna regla del centro deja entrar con este plan. Mira las reglas, o el plan en el perfil.',
  ACCESS_FULL:
    'Primero tiene que salir alguien. Si el número no es correcto, registra la salida de quien ya se fue.',
  CONTRACT_REQUIRED:
    'Sin contrato que valga hoy y sin Wellhub. Mira los contratos en la ficha del socio.',
  WELLHUB_CHECKIN_REQUIRED:
    'Pide que haga check-in en este gimnasio en la app de Wellhub y lea el código otra vez.',
  WELLHUB_CHECKIN_EXPIRED: 'Pide que haga otro check-in en la app de Wellhub.',
  WELLHUB_CHECKIN_CANCELED:
    'La persona lo canceló. Pide que haga check-in otra vez en la app de Wellhub.',
  WELLHUB_CHECKIN_NOT_FOUND:
    'Puede que el check-in sea de otro gimnasio. Pide que lo haga aquí, en la app de Wellhub.',
  WELLHUB_CHECKIN_REJECTED:
    'La app de Wellhub dice por qué: puede que el plan no incluya este gimnasio, o la visita de hoy ya se usó.',
  WELLHUB_UNAVAILABLE:
    'No es culpa de la persona. Prueba en un minuto; dejarla entrar mientras tanto lo decide el gimnasio.',
  DEVICE_RATE_LIMITED:
    'El lector espera un minuto y sigue solo. Si se repite, alguien está probando números de tarjeta.',
  VALIDATION_FAILED:
    'El lector envió algo que no entendemos. Limpia la lente y revisa el formato en sus ajustes.',
  OTHER: 'Abre al socio y mira su cronología, o prueba el código sin abrir la puerta.',
};
