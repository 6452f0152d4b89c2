/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.blob;

import de.kommunalsdk.antrag.Anlage;
import de.kommunalsdk.antrag.AnlageId;
import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.blob.Anlagenstand.Zustand;
import de.kommunalsdk.mandant.MandantId;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** Port to the place of attachments. Thread-safe, blocking, streaming: never a whole attachment in memory. */
public interface Anlagenspeicher {

    /**
     * Stores a stream and adds it to a draft. When it fails or is longer than {@code hoechstens}, nothing is left
     * behind. An Antrag that is no draft, or no longer one when the stream ends, gives {@code InvalidInput}
     * OZG-BLOB-0003.
     *
     * @param hoechstens limit in bytes; one more gives {@code InvalidInput} OZG-BLOB-0001
     * @throws IOException when reading {@code inhalt} fails
     */
    default Anlage speichern(
            MandantId mandant, AntragId antrag, String dateiname, String medientyp, InputStream inhalt, long hoechstens)
            throws IOException {
        return speichern(
                        mandant,
                        antrag,
                        dateiname,
                        medientyp,
                        inhalt,
                        new Grenzen(hoechstens, Long.MAX_VALUE),
                        bytes -> Zustand.FREI)
                .anlage();
    }

    /**
     * Limits in bytes.
     *
     * @param jeAnlage of this attachment; one more gives OZG-BLOB-0001
     * @param jeAntrag of all attachments of the draft together, also of those that arrive at the same time; one more gives
     *     OZG-BLOB-0005
     */
    record Grenzen(long jeAnlage, long jeAntrag) {}

    /**
     * The same, but {@code pruefung} looks at what was stored before it becomes an attachment. What it throws comes out
     * unchanged, and then nothing is left behind.
     */
    Anlagenstand speichern(
            MandantId mandant,
            AntragId antrag,
            String dateiname,
            String medientyp,
            InputStream inhalt,
            Grenzen grenzen,
            Pruefung pruefung)
            throws IOException;

    /** A look at stored bytes that are no attachment yet. */
    interface Pruefung {

        /** FREI, or QUARANTAENE when only a scan is missing; throws when the file is not taken at all. */
        Zustand pruefe(Inhalt inhalt) throws IOException;
    }

    /** The attachments of an Antrag that may be used, oldest first: none in quarantine. */
    List<Anlage> liste(MandantId mandant, AntragId antrag);

    /** All attachments of an Antrag, oldest first, with what the scan says. */
    List<Anlagenstand> staende(MandantId mandant, AntragId antrag);

    /**
     * Opens the clear bytes; empty when there is no such attachment, or it is in quarantine. The caller closes the stream. Reading throws an {@code OzgException}: OZG-CRYPTO-0005 when a
     * stored byte was changed, OZG-BLOB-0002 when a part is gone (both not retryable), OZG-STORE-0001 without a database.
     */
    Optional<InputStream> oeffnen(MandantId mandant, AntragId antrag, AnlageId anlage);

    /**
     * Deletes one attachment of a draft. Deleting what is gone is no error. The attachments of an Antrag that is no draft
     * are part of what was submitted: then this does nothing.
     */
    void loeschen(MandantId mandant, AntragId antrag, AnlageId anlage);
}
