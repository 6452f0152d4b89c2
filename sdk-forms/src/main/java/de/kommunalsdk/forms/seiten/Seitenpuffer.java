/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.seiten;

import gg.jte.TemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import java.io.IOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/**
 * A page while it is rendered: one buffer that is copied out in pieces, never as a whole. It escapes as jte does; a text in which
 * there is nothing to escape, which is nearly every one, is not looked at letter by letter. Not thread-safe.
 */
final class Seitenpuffer extends OwaspHtmlTemplateOutput {

    private static final int STUECK = 4096;
    private static final int KURZ = 12; // characters: shorter ones are quicker read than searched

    private final StringBuilder zeichen;
    private String tag = "";
    private @Nullable String attribut;

    Seitenpuffer(int ueblich) {
        this(new StringBuilder(ueblich));
    }

    private Seitenpuffer(StringBuilder zeichen) {
        super(new Maskiertes(zeichen));
        this.zeichen = zeichen;
    }

    @Override
    public void setContext(String tag, @Nullable String attribut) {
        super.setContext(tag, attribut);
        this.tag = tag;
        this.attribut = attribut;
    }

    @Override
    public void writeUserContent(@Nullable String text) {
        if (text != null && text.length() > KURZ && istHarmlos(text) && !istHeikel(tag, attribut)) {
            zeichen.append(text);
        } else {
            super.writeUserContent(text);
        }
    }

    @Override
    public void writeContent(String text) {
        zeichen.append(text);
    }

    void schreibe(Writer ziel) throws IOException {
        for (int von = 0; von < zeichen.length(); von += STUECK) {
            ziel.write(zeichen.substring(von, Math.min(von + STUECK, zeichen.length())));
        }
    }

    /** Whether there is nothing to escape in a text. */
    static boolean istHarmlos(String text) {
        return text.indexOf('<') < 0
                && text.indexOf('&') < 0
                && text.indexOf('"') < 0
                && text.indexOf('>') < 0
                && text.indexOf('\'') < 0;
    }

    /** Whether more than letters matters: a script, a handler, a link. */
    static boolean istHeikel(String tag, @Nullable String attribut) {
        return attribut == null ? "script".equals(tag) : attribut.equals("href") || attribut.startsWith("on");
    }

    private record Maskiertes(StringBuilder zeichen) implements TemplateOutput {

        @Override
        public void writeContent(String text) {
            zeichen.append(text);
        }

        @Override
        public void writeContent(String text, int von, int bis) {
            zeichen.append(text, von, bis);
        }
    }
}
