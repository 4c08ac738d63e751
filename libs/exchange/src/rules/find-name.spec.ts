import { findName, knownNames } from './find-name';

const products = knownNames(['GTX Basic', 'GTX Pro', 'GTX Plus Pro', 'MG  Special']);

describe('finding what a name stands for', () => {
  it('takes a name as spelt', () => {
    expect(findName('GTX Pro', products, 'product')).toEqual({ name: 'GTX Pro', repaired: false });
  });

  it.each(['GTXPro', 'gtx pro', 'GTX  PRO '])('reads %j as the product of the price list', (written) => {
    expect(findName(written, products, 'product')).toEqual({ name: 'GTX Pro', repaired: true });
  });

  it('does not guess further than blanks and case', () => {
    expect(findName('GTX Prro', products, 'product')).toMatchObject({ code: 'import.unknown_product' });
  });

  it('does not choose between two that fit', () => {
    expect(findName('ACME', knownNames(['Acme', 'acme']), 'account')).toMatchObject({ code: 'import.unknown_account' });
  });
});
