// Plain text out of the HTML of forums, mail and social networks.
import { describe, expect, it } from 'vitest';
import { htmlText } from '#ingest/connectors/html-text.ts';

describe('htmlText', () => {
  it.each([
    ['<p>Hello,<br>my <b>deposit</b> is late.</p><p>Thanks</p>', 'Hello,\nmy deposit is late.\n\nThanks'],
    ['<p>看 <a href="https://wallet.example/x">这里</a></p>', '看 这里 (https://wallet.example/x)'],
    ['<a href="https://wallet.example">https://wallet.example</a>', 'https://wallet.example'],
    ['<p>1 &lt; 2 &amp;amp; &#x4f60;&#22909;</p>', '1 < 2 &amp; 你好'],
    ['<blockquote><p>earlier</p></blockquote><p>now</p>', '> earlier\n\nnow'],
    ['<script>alert(1)</script><style>p{}</style><img src=x alt="dog"><p>seen', 'seen'],
    ['<ul><li>one</li><li>two</li></ul>', '- one\n- two'],
    ['<h2>Fees</h2><p>why</p>', 'Fees\n\nwhy'],
    ['plain, no tags', 'plain, no tags'],
    ['', ''],
  ])('reads %s', (html, text) => {
    expect(htmlText(html)).toBe(text);
  });

  it('does not fail on deep or broken markup', () => {
    expect(htmlText(`${'<div>'.repeat(5000)}deep`)).toEqual(expect.any(String));
    expect(htmlText('<p <b>a<')).toEqual(expect.any(String));
  });
});
