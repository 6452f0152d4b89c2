/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.seiten;

import gg.jte.TemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import java.io.IOException;
import java.io.Writer;

/**
 * A page while it is rendered: one buffer that is copied out in pieces, never as a whole. It escapes as jte does; a text in which
 * there is nothing to escape, which is nearly every one, is not looked at letter by letter. Not thread-safe.
 */
final class Seitenpuffer extends OwaspHtmlTemplateOutput {

    private static final int STUECK = 4096;
    private static final int KURZ = 12; // characters: shorter ones are quicker read than searched

    private final Zeichen zeichen;
    private boolean heikel;

    Seitenpuffer(int ueblich) {
        this(new Zeichen(new StringBuilder(ueblich)));
    }

    private Seitenpuffer(Zeichen zeichen) {
        super(zeichen);
        this.zeichen = zeichen;
    }

    /** Scripts, handlers and links are not a matter of letters only. */
    @Override
    public void setContext(String tag, String attribut) {
        super.setContext(tag, attribut);
        heikel = attribut == null ? "script".equals(tag) : attribut.equals("href") || attribut.startsWith("on");
    }

    @Override
    public void writeUserContent(String text) {
        if (text != null && !heikel && text.length() > KURZ && istHarmlos(text)) {
            zeichen.puffer.append(text);
        } else {
            super.writeUserContent(text);
        }
    }

    private static boolean istHarmlos(String text) {
        return text.indexOf('<') < 0
                && text.indexOf('&') < 0
                && text.indexOf('"') < 0
                && text.indexOf('>') < 0
                && text.indexOf('\'') < 0;
    }

    @Override
    public void writeContent(String text) {
        zeichen.puffer.append(text);
    }

    void schreibe(Writer ziel) throws IOException {
        StringBuilder puffer = zeichen.puffer;
        char[] stueck = new char[Math.min(STUECK, puffer.length())];
        for (int von = 0; von < puffer.length(); von += STUECK) {
            int bis = Math.min(von + STUECK, puffer.length());
            puffer.getChars(von, bis, stueck, 0);
            ziel.write(stueck, 0, bis - von);
        }
    }

    private record Zeichen(StringBuilder puffer) implements TemplateOutput {

        @Override
        public void writeContent(String text) {
            puffer.append(text);
        }

        @Override
        public void writeContent(String text, int von, int bis) {
            puffer.append(text, von, bis);
        }
    }
}
