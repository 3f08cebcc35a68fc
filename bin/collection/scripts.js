// What Bruno runs before and after some requests.

/** The employee mode of the Users API knows a key by its front part. */
export const USER_NAME = `bru.setVar('usersApiName', String(bru.getEnvVar('adminKey')).slice(0, 17));`;

export const keepsToken = (name) =>
  `if (res.status === 200) bru.setVar('${name}', res.body.access_token);`;

/** As Wellhub signs: HMAC-SHA1 of the bytes, in upper-case hex. */
export const SIGNED = `const CryptoJS = require('crypto-js');
const body = JSON.stringify(req.getBody());
req.setBody(body);
const signature = CryptoJS.HmacSHA1(body, String(bru.getEnvVar('webhookSecret'))).toString();
req.setHeader('X-Gympass-Signature', signature.toUpperCase());`;
