/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.uebermittlung;

import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.antrag.Vorgangsnummer;
import de.kommunalsdk.dienst.DienstRef;
import de.kommunalsdk.mandant.MandantId;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;

/**
 * What is handed over.
 *
 * @param schluessel idempotency key, stable over all attempts; file-name safe ({@code [A-Za-z0-9_-]{1,80}})
 * @param mandant sending Mandant
 * @param ars official Regionalschluessel of the Mandant, 12 digits
 * @param antrag the Antrag
 * @param dienst its Dienst
 * @param leistungsschluessel 14 digits
 * @param vorgangsnummer the number the citizen quotes
 * @param eingegangenAm receipt time
 * @param synthetischeCodelisten code lists that were generated for test mode and that this Antrag may hold codes of: a
 *     way says so in all that it delivers; empty for a real Antrag
 * @param teile XML, JSON, summary and attachments, with unique file names
 */
public record Paket(
        String schluessel,
        MandantId mandant,
        String ars,
        AntragId antrag,
        DienstRef dienst,
        String leistungsschluessel,
        Vorgangsnummer vorgangsnummer,
        Instant eingegangenAm,
        List<String> synthetischeCodelisten,
        List<Teil> teile) {

    public Paket {
        synthetischeCodelisten = List.copyOf(synthetischeCodelisten);
        teile = List.copyOf(teile);
    }

    /** A packet of a real Antrag. */
    public Paket(
            String schluessel,
            MandantId mandant,
            String ars,
            AntragId antrag,
            DienstRef dienst,
            String leistungsschluessel,
            Vorgangsnummer vorgangsnummer,
            Instant eingegangenAm,
            List<Teil> teile) {
        this(
                schluessel,
                mandant,
                ars,
                antrag,
                dienst,
                leistungsschluessel,
                vorgangsnummer,
                eingegangenAm,
                List.of(),
                teile);
    }

    /**
     * One file of the packet.
     *
     * @param rolle what it is
     * @param dateiname unique in the packet and safe: {@code [A-Za-z0-9._-]{1,120}}, does not begin with a dot
     * @param anzeigename the citizen's own file name for an attachment, else equal to {@code dateiname}
     * @param medientyp media type
     * @param groesse bytes
     * @param sha256 64 lower case hex digits
     * @param schema id and version of the schema for XML and JSON ({@code S07000000201V1.2.0}), else empty
     * @param inhalt opens the bytes; may be called more than once
     */
    public record Teil(
            Rolle rolle,
            String dateiname,
            String anzeigename,
            String medientyp,
            long groesse,
            String sha256,
            String schema,
            Quelle inhalt) {

        @Override
        public String toString() {
            return "Teil[" + rolle + ", " + medientyp + ", " + groesse + " Byte]";
        }
    }

    /** Role of a file. */
    public enum Rolle {
        FACHDATEN_XML,
        FACHDATEN_JSON,
        /** The answers as people read them, PDF/A-3 with the XML attached; only when the portal can make PDF. */
        ZUSAMMENFASSUNG_PDF,
        /** Where answers came from, when not all were typed: JSON, see docs/configuration.md. */
        HERKUNFT_JSON,
        /** How and when who applied was identified, when the Dienst asks for a login: Governikus Identification Report 2.0.0. */
        IDENTIFIKATION_JSON,
        ANLAGE,
        /** JSON list of the consents of others: role, name, decision, declaration, time, level, hash of what was seen. */
        BETEILIGTE
    }

    /** Opens the bytes of a file; the caller closes the stream. */
    @FunctionalInterface
    public interface Quelle {
        InputStream oeffnen() throws IOException;
    }
}
