/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.store;

import de.kommunalsdk.antrag.Anlage;
import de.kommunalsdk.antrag.Antrag;
import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.antrag.AntragStore;
import de.kommunalsdk.antrag.Entwurf;
import de.kommunalsdk.audit.Protokoll;
import de.kommunalsdk.blob.Anlagenspeicher;
import de.kommunalsdk.mandant.MandantId;
import de.kommunalsdk.store.internal.Datenbank;
import de.kommunalsdk.store.internal.Loeschung;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * All data about one person's Antrag, and their erasure (GDPR Art. 15 and 17). A person without an account is known by
 * the id of the Antrag only. Each act is audited. Thread-safe.
 */
public final class Auskunft {

    private final Datenbank datenbank;
    private final AntragStore antraege;
    private final Anlagenspeicher anlagen;
    private final Protokoll protokoll;
    private final Clock clock;

    Auskunft(Datenbank datenbank, AntragStore antraege, Anlagenspeicher anlagen, Protokoll protokoll, Clock clock) {
        this.datenbank = datenbank;
        this.antraege = antraege;
        this.anlagen = anlagen;
        this.protokoll = protokoll;
        this.clock = clock;
    }

    /**
     * Writes a zip: {@code angaben.json} (the answers as stored), {@code protokoll.txt}, the attachments.
     *
     * @return false when there is no such draft or Antrag; then nothing was written
     */
    public boolean exportiere(MandantId mandant, AntragId id, String handelnder, OutputStream ziel) throws IOException {
        Optional<byte[]> inhalt = antraege.antrag(mandant, id)
                .map(Antrag::inhalt)
                .or(() -> antraege.entwurf(mandant, id).map(Entwurf::inhalt));
        if (inhalt.isEmpty()) {
            return false;
        }
        protokoll.schreibe(mandant, id, "AUSKUNFT_ERTEILT", handelnder);
        ZipOutputStream zip = new ZipOutputStream(ziel, StandardCharsets.UTF_8);
        zip.putNextEntry(new ZipEntry("angaben.json"));
        zip.write(inhalt.get());
        zip.putNextEntry(new ZipEntry("protokoll.txt"));
        for (Protokoll.Eintrag eintrag : protokoll.eintraege(mandant, id)) {
            zip.write((eintrag.zeit() + " " + eintrag.ereignis() + " " + eintrag.handelnder() + "\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
        for (Anlage anlage : anlagen.liste(mandant, id)) {
            zip.putNextEntry(new ZipEntry("anlagen/" + anlage.id() + "-" + anlage.dateiname()));
            try (InputStream bytes = anlagen.oeffnen(mandant, id, anlage.id()).orElse(InputStream.nullInputStream())) {
                bytes.transferTo(zip);
            }
        }
        zip.finish();
        return true;
    }

    /** Deletes a draft or Antrag with all that belongs to it, delivered or not; false when there is none. */
    public boolean loesche(MandantId mandant, AntragId id, String handelnder) {
        return datenbank.transaktion(
                h -> Loeschung.loesche(h, mandant, id, "AUF_WUNSCH_GELOESCHT", handelnder, clock.millis()));
    }
}
