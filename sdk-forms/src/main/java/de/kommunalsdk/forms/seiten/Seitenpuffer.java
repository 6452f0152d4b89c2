/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.seiten;

import gg.jte.TemplateOutput;
import java.io.IOException;
import java.io.Writer;

/** A page while it is rendered: one buffer that is copied out in pieces, never as a whole. Not thread-safe. */
final class Seitenpuffer implements TemplateOutput {

    private static final int STUECK = 4096;

    private final StringBuilder zeichen;

    Seitenpuffer(int ueblich) {
        zeichen = new StringBuilder(ueblich);
    }

    @Override
    public void writeContent(String text) {
        zeichen.append(text);
    }

    @Override
    public void writeContent(String text, int von, int bis) {
        zeichen.append(text, von, bis);
    }

    void schreibe(Writer ziel) throws IOException {
        char[] stueck = new char[Math.min(STUECK, zeichen.length())];
        for (int von = 0; von < zeichen.length(); von += STUECK) {
            int bis = Math.min(von + STUECK, zeichen.length());
            zeichen.getChars(von, bis, stueck, 0);
            ziel.write(stueck, 0, bis - von);
        }
    }
}
