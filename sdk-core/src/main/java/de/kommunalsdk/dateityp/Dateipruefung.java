/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.dateityp;

import de.kommunalsdk.blob.Inhalt;
import de.kommunalsdk.dateityp.internal.Archivpruefer;
import de.kommunalsdk.dateityp.internal.Bildmass;
import de.kommunalsdk.dateityp.internal.Quelle;
import de.kommunalsdk.dateityp.internal.Signatur;
import de.kommunalsdk.dateityp.internal.Textpruefer;
import de.kommunalsdk.error.InvalidInput;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Says whether a file is what it says. Extension, first bytes and declared type have to agree; the file must be of one type
 * only; archives and images have limits that are read without unpacking to disk and without decoding. Each refusal is
 * {@code InvalidInput} with a {@link DateiFehler}. Not looked for: scripts and attachments in PDF, macros other than VBA,
 * formulas in CSV; that is the virus scanner's work. Thread-safe.
 */
public final class Dateipruefung {

    /** How many first bytes {@link #erkenne} wants to see; fewer when the file is shorter. */
    public static final int ANFANG = 1024;

    /** Most pixels of an image. */
    public static final long MAX_PIXEL = 120_000_000;

    private Dateipruefung() {}

    /**
     * The type that the extension, the first bytes and the declared type agree on.
     *
     * @param angegeben declared media type; empty or {@code application/octet-stream} say nothing
     */
    public static Dateityp erkenne(String dateiname, String angegeben, byte[] anfang) {
        Dateityp typ = Dateityp.vonDateiname(dateiname).orElseThrow(() -> new InvalidInput(DateiFehler.TYP, ""));
        if (!typ.vertraegt(angegeben) || !Signatur.passt(typ, anfang)) {
            throw new InvalidInput(DateiFehler.UMBENANNT, typ.name());
        }
        return typ;
    }

    /** Reads a whole file of this type. */
    public static void pruefe(Dateityp typ, Inhalt inhalt) throws IOException {
        switch (typ) {
            case DOCX, XLSX, ODT, ODS, ZIP -> archiv(typ, inhalt);
            case TEXT, CSV, JSON, XML -> {
                nurEines(typ, inhalt);
                Textpruefer.pruefe(typ, inhalt);
            }
            case PDF -> nurEines(typ, inhalt);
            case JPEG, PNG, GIF, WEBP, TIFF, HEIC -> {
                nurEines(typ, inhalt);
                long pixel = Bildmass.pixel(typ, inhalt);
                if (pixel <= 0) {
                    throw new InvalidInput(DateiFehler.KAPUTT, typ.name());
                }
                if (pixel > MAX_PIXEL) {
                    throw new InvalidInput(DateiFehler.PIXEL, typ.name());
                }
            }
        }
    }

    private static void nurEines(Dateityp typ, Inhalt inhalt) throws IOException {
        if (Signatur.hatZweite(typ, inhalt)) {
            throw new InvalidInput(DateiFehler.GEMISCHT, typ.name());
        }
    }

    private static void archiv(Dateityp typ, Inhalt inhalt) throws IOException {
        try (InputStream strom = inhalt.ab(0)) {
            Optional<Dateityp> gefunden = new Archivpruefer().pruefe(new Quelle(strom));
            if (typ != Dateityp.ZIP && !gefunden.equals(Optional.of(typ))) {
                throw new InvalidInput(DateiFehler.UMBENANNT, typ.name());
            }
        }
    }
}
