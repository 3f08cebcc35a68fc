export { HomeModule } from './home/home.controller.js';
export { PagesModule } from './pages.module.js';
export { assets } from './layout/assets.js';
export { chooseWords } from './words/choose-words.js';
export { Form, FormBody, QueryToken } from './layout/form.js';
export { seeOther, renderPage, type PageStatus } from './layout/render-page.js';
export { DescribedField } from './layout/described-field.js';
export { EMAIL_INPUT, LabelledInput, type InputAttributes } from './layout/labelled-input.js';
export { fieldProblems } from './layout/form-problems.js';
