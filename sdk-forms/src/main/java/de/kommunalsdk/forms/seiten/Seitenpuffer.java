/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.seiten;

import gg.jte.TemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page while it is rendered: pieces of a few kilobytes, put together in one place, and longer texts as they are. It escapes as
 * jte does; a text in which there is nothing to escape, which is nearly every one, is not looked at letter by letter. Not
 * thread-safe.
 */
final class Seitenpuffer extends OwaspHtmlTemplateOutput {

    private static final int STUECK = 4096;
    private static final int ANFANG = 1024;
    private static final int STUECKE = 128; // usual number
    private static final int LANG = 128; // characters: longer texts are not copied
    private static final int KURZ = 12; // characters: shorter ones are quicker read than searched

    private final Stuecke stuecke;
    private String tag = "";
    private @Nullable String attribut;

    Seitenpuffer() {
        this(new Stuecke(new StringBuilder(ANFANG)));
    }

    private Seitenpuffer(Stuecke stuecke) {
        super(stuecke);
        this.stuecke = stuecke;
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
            stuecke.writeContent(text);
        } else {
            super.writeUserContent(text);
        }
    }

    @Override
    public void writeContent(String text) {
        stuecke.writeContent(text);
    }

    void schreibe(Writer ziel) throws IOException {
        for (String stueck : stuecke.volle) {
            ziel.write(stueck);
        }
        ziel.write(stuecke.letztes.toString());
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

    private static final class Stuecke implements TemplateOutput {

        private final List<String> volle = new ArrayList<>(STUECKE);
        private final StringBuilder letztes;

        Stuecke(StringBuilder letztes) {
            this.letztes = letztes;
        }

        @Override
        public void writeContent(String text) {
            if (text.length() < LANG) {
                platzFuer(text.length());
                letztes.append(text);
            } else {
                schliesse();
                volle.add(text);
            }
        }

        @Override
        public void writeContent(String text, int von, int bis) {
            platzFuer(bis - von);
            letztes.append(text, von, bis);
        }

        private void platzFuer(int zeichen) {
            if (letztes.length() + zeichen > STUECK) {
                schliesse();
            }
        }

        private void schliesse() {
            if (!letztes.isEmpty()) {
                volle.add(letztes.toString());
                letztes.setLength(0);
            }
        }
    }
}
