/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.servicekonto.servlet.internal;

import de.kommunalsdk.crypto.Sha256;
import de.kommunalsdk.error.OzgException;
import de.kommunalsdk.servicekonto.KontoFehler;
import de.kommunalsdk.servicekonto.Selbstauskunft;
import de.kommunalsdk.servicekonto.Servicekonto;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What the portal says about itself to an account: public, for whoever asks, and kept by caches for an hour. */
final class Auskunft {

    private Auskunft() {}

    static void gib(Besuch b, Servicekonto konto, Absagen absagen, String anbieter) throws IOException {
        HttpServletResponse antwort = b.antwort();
        Optional<Selbstauskunft> auskunft;
        try {
            auskunft = konto.selbstauskunft(anbieter);
        } catch (OzgException e) {
            absagen.klartext(antwort, anbieter, 500, e.fehlercode());
            return;
        }
        if (auskunft.isEmpty()) {
            absagen.klartext(antwort, anbieter, 404, KontoFehler.ANBIETER);
            return;
        }
        byte[] inhalt = auskunft.get().text().getBytes(StandardCharsets.UTF_8);
        String etag = '"' + Sha256.hex(inhalt) + '"';
        antwort.setHeader("Cache-Control", "public, max-age=3600");
        antwort.setHeader("ETag", etag);
        if (etag.equals(b.http().getHeader("If-None-Match"))) {
            antwort.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        antwort.setContentType(auskunft.get().medientyp());
        antwort.setHeader("X-Content-Type-Options", "nosniff");
        antwort.getOutputStream().write(inhalt);
    }
}
