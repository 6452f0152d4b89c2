/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.dateityp.internal;

import de.kommunalsdk.dateityp.Dateityp;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Which document an archive is, by the entries that say so (ECMA-376-2, 10.1.2; ODF 1.3-2, 3.3). Not thread-safe. */
final class Dokumentart {

    private static final int MAX_LISTE = 256 << 10;

    private String openDocument = "";
    private String teile = "";
    private boolean makros;

    /** Looks at an entry. */
    void nimm(String name, byte[] anfang, InputStream rest) throws IOException {
        if (name.equals("mimetype")) {
            openDocument = text(anfang, rest, 100);
        } else if (name.equals("[Content_Types].xml")) {
            teile = text(anfang, rest, MAX_LISTE);
        }
        makros |= name.toLowerCase(Locale.ROOT).endsWith("vbaproject.bin");
    }

    private static String text(byte[] anfang, InputStream rest, int hoechstens) throws IOException {
        return new String(anfang, StandardCharsets.UTF_8)
                + new String(rest.readNBytes(hoechstens), StandardCharsets.UTF_8);
    }

    /** A document without VBA macros; those with are types of their own. */
    Optional<Dateityp> typ() {
        if (makros) {
            return Optional.empty();
        }
        if (teile.contains("wordprocessingml.document.main+xml")) {
            return Optional.of(Dateityp.DOCX);
        }
        if (teile.contains("spreadsheetml.sheet.main+xml")) {
            return Optional.of(Dateityp.XLSX);
        }
        return Optional.of(openDocument)
                .filter(t -> t.startsWith("application/vnd.oasis."))
                .flatMap(Dateityp::vonMedientyp);
    }
}
