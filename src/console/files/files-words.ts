import type { ConsolePage } from '../frame/console-page.js';
import type { FileProblems } from '../frame/file-answer.js';
import type { InLanguages } from '../frame/languages.js';
import { isPicture, type MemberFileKind } from './file-kinds.js';

interface FilesWords {
  readonly title: string;
  readonly lead: string;
  readonly kinds: Record<MemberFileKind, { readonly title: string; readonly lead: string }>;
  readonly none: string;
  readonly download: string;
  readonly choose: string;
  readonly chooseOther: string;
  readonly pictureHint: string;
  readonly documentHint: string;
  readonly send: string;
  readonly remove: string;
  readonly removeText: string;
  readonly problems: Record<'noPicture' | 'noDocument' | 'tooLarge' | 'other', string>;
}

export const FILES_WORDS: InLanguages<FilesWords> = {
  pt: {
    title: 'Foto e documentos',
    lead: 'O que fica guardado com o cadastro. Some quando a pessoa é apagada.',
    kinds: {
      photo: { title: 'Foto', lead: 'A equipe vê no cadastro; o aplicativo da academia também.' },
      'cover-photo': { title: 'Foto de capa', lead: 'Só o aplicativo da academia mostra.' },
      'direct-debit-document': {
        title: 'Autorização de débito',
        lead: 'O documento com que a pessoa autoriza o débito em conta.',
      },
      document: { title: 'Documento do contrato', lead: 'O contrato assinado, por exemplo.' },
    },
    none: 'Ainda não há arquivo.',
    download: 'Baixar',
    choose: 'Arquivo',
    chooseOther: 'Outro arquivo, no lugar deste',
    pictureHint: 'JPEG ou PNG, até 5 MB.',
    documentHint: 'PDF, JPEG ou PNG, até 5 MB.',
    send: 'Enviar arquivo',
    remove: 'Remover arquivo',
    removeText: 'O arquivo é apagado para sempre.',
    problems: {
      noPicture: 'Este arquivo não é JPEG nem PNG. Escolha outro.',
      noDocument: 'Este arquivo não é PDF, JPEG nem PNG. Escolha outro.',
      tooLarge: 'O arquivo tem mais de 5 MB. Salve um menor e envie de novo.',
      other: 'Não foi possível enviar. Tente de novo daqui a pouco.',
    },
  },
  en: {
    title: 'Photo and documents',
    lead: 'What is kept with the profile. It goes when the person is erased.',
    kinds: {
      photo: {
        title: 'Photo',
        lead: 'The staff see it on the profile; the gym’s app shows it, too.',
      },
      'cover-photo': { title: 'Cover photo', lead: 'Only the gym’s app shows it.' },
      'direct-debit-document': {
        title: 'Direct debit mandate',
        lead: 'The document by which the person allows direct debits.',
      },
      document: { title: 'Document of the contract', lead: 'For example the signed contract.' },
    },
    none: 'No file yet.',
    download: 'Download',
    choose: 'File',
    chooseOther: 'Another file, in place of this one',
    pictureHint: 'JPEG or PNG, up to 5 MB.',
    documentHint: 'PDF, JPEG or PNG, up to 5 MB.',
    send: 'Upload the file',
    remove: 'Remove the file',
    removeText: 'The file is deleted for ever.',
    problems: {
      noPicture: 'This file is neither JPEG nor PNG. Choose another one.',
      noDocument: 'This file is neither PDF, JPEG nor PNG. Choose another one.',
      tooLarge: 'The file has more than 5 MB. Save a smaller one and upload it again.',
      other: 'The upload did not work. Try again in a moment.',
    },
  },
  es: {
    title: 'Foto y documentos',
    lead: 'Lo que se guarda con la ficha. Desaparece cuando se borra a la persona.',
    kinds: {
      photo: { title: 'Foto', lead: 'El equipo la ve en la ficha; la app del gimnasio también.' },
      'cover-photo': { title: 'Foto de portada', lead: 'Solo la muestra la app del gimnasio.' },
      'direct-debit-document': {
        title: 'Autorización de domiciliación',
        lead: 'El documento con que la persona autoriza los cargos en cuenta.',
      },
      document: { title: 'Documento del contrato', lead: 'Por ejemplo, el contrato firmado.' },
    },
    none: 'Aún no hay archivo.',
    download: 'Descargar',
    choose: 'Archivo',
    chooseOther: 'Otro archivo, en lugar de este',
    pictureHint: 'JPEG o PNG, hasta 5 MB.',
    documentHint: 'PDF, JPEG o PNG, hasta 5 MB.',
    send: 'Subir archivo',
    remove: 'Quitar archivo',
    removeText: 'El archivo se borra para siempre.',
    problems: {
      noPicture: 'Este archivo no es JPEG ni PNG. Elige otro.',
      noDocument: 'Este archivo no es PDF, JPEG ni PNG. Elige otro.',
      tooLarge: 'El archivo tiene más de 5 MB. Guarda uno más pequeño y súbelo de nuevo.',
      other: 'No se pudo subir. Inténtalo de nuevo en un momento.',
    },
  },
  de: {
    title: 'Foto und Dokumente',
    lead: 'Was mit dem Profil gespeichert ist. Es verschwindet, wenn die Person gelöscht wird.',
    kinds: {
      photo: { title: 'Foto', lead: 'Das Team sieht es im Profil; die App des Studios auch.' },
      'cover-photo': { title: 'Titelbild', lead: 'Nur die App des Studios zeigt es.' },
      'direct-debit-document': {
        title: 'Lastschriftmandat',
        lead: 'Das Dokument, mit dem die Person Abbuchungen erlaubt.',
      },
      document: {
        title: 'Dokument zum Vertrag',
        lead: 'Zum Beispiel der unterschriebene Vertrag.',
      },
    },
    none: 'Noch keine Datei.',
    download: 'Herunterladen',
    choose: 'Datei',
    chooseOther: 'Andere Datei, statt dieser',
    pictureHint: 'JPEG oder PNG, bis 5 MB.',
    documentHint: 'PDF, JPEG oder PNG, bis 5 MB.',
    send: 'Datei hochladen',
    remove: 'Datei entfernen',
    removeText: 'Die Datei wird endgültig gelöscht.',
    problems: {
      noPicture: 'Diese Datei ist weder JPEG noch PNG. Wähle eine andere.',
      noDocument: 'Diese Datei ist weder PDF, JPEG noch PNG. Wähle eine andere.',
      tooLarge:
        'Die Datei hat mehr als 5 MB. Speichere eine kleinere und lade sie noch einmal hoch.',
      other: 'Das Hochladen hat nicht geklappt. Versuch es gleich noch einmal.',
    },
  },
};

export function fileProblems(page: ConsolePage, kind: MemberFileKind): FileProblems {
  const { noPicture, noDocument, ...problems } = page.textsOf(FILES_WORDS).problems;
  return { ...problems, unsupported: isPicture(kind) ? noPicture : noDocument };
}
