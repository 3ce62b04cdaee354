/** SOAP 1.1, WS-Addressing 1.0, WS-Security 1.0 and XML Signature by the prefixes that we write. */
export const NS = {
  soapenv: 'http://schemas.xmlsoap.org/soap/envelope/',
  wsa: 'http://www.w3.org/2005/08/addressing',
  wsse: 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd',
  wsu: 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd',
  ds: 'http://www.w3.org/2000/09/xmldsig#',
  /** FWI, the messages of Suwinet: Fout, Waarschuwing, Informatie. */
  fwi: 'http://bkwi.nl/SuwiML/FWI/v0205',
} as const;

export const X509 = {
  encoding: 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0#Base64Binary',
  value: 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-x509-token-profile-1.0#X509v3',
} as const;
