/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet.internal;

import de.kommunalsdk.zeichen.Din91379;
import de.kommunalsdk.zeichen.Zeichenbefund;
import de.kommunalsdk.zeichen.Zeichensatz;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Names of files: as a browser sent them, as they are shown and delivered, as they are sent back. */
final class Dateiname {

    private static final int MAX_ZEICHEN = 120;

    private Dateiname() {}

    /** Without a path, invisible characters and what cannot travel; in NFC and DIN 91379; never empty, at most 120 long. */
    static String sauber(String roh) {
        String name = roh.substring(Math.max(roh.lastIndexOf('/'), roh.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}]", ""); // among them those that turn the direction of reading
        // shortened twice: a spelling may be longer than the character, and a cut may leave half of one
        String sauber = inDin91379(ende(inDin91379(ende(name))))
                .replaceAll("[\\p{Cntrl}<>:\"|?*]", "")
                .strip();
        return sauber.isEmpty() ? "Datei" : sauber;
    }

    private static String ende(String name) {
        return name.substring(Math.max(0, name.length() - MAX_ZEICHEN));
    }

    private static String inDin91379(String name) {
        Din91379 din = Din91379.fuer(Zeichensatz.E);
        StringBuilder neu = new StringBuilder(din.normalisiere(name));
        List<Zeichenbefund> befunde = din.pruefe(neu).befunde();
        for (int i = befunde.size() - 1; i >= 0; i--) {
            Zeichenbefund befund = befunde.get(i);
            neu.replace(befund.von(), befund.bis(), befund.vorschlag().orElse("_"));
        }
        return neu.toString();
    }

    /** {@code Content-Disposition} of a download (RFC 6266; RFC 8187 for the name as it is). */
    static String disposition(String name) {
        StringBuilder utf8 = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            boolean unveraendert =
                    (b >= '0' && b <= '9') || (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z') || b == '.';
            utf8.append(unveraendert ? String.valueOf((char) b) : "%%%02X".formatted(b & 0xff));
        }
        return "attachment; filename=\"" + name.replaceAll("[^A-Za-z0-9. _-]", "_") + "\"; filename*=UTF-8''" + utf8;
    }
}
