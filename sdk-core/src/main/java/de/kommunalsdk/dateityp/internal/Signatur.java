/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.dateityp.internal;

import de.kommunalsdk.blob.Inhalt;
import de.kommunalsdk.dateityp.Dateityp;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** First and last bytes by which programs know a file. */
public final class Signatur {

    // APPNOTE 4.3.16: the end record with its comment; ISO 32000-1, annex H 3.4.1: readers find a header in 1024 bytes
    private static final int ENDE_ZIP = 22 + 65_535;
    private static final int ANFANG_PDF = 1024;
    private static final Set<String> HEIC_MARKEN =
            Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1");

    /** Of files that are no text, whatever their name: programs, archives, old Office, and what is in the table. */
    private static final List<String> FREMDE = List.of(
            "%PDF-",
            "PK\3\4",
            "PK\5\6",
            "PK\7\b",
            "GIF8",
            "\u0089PNG",
            "\u00ff\u00d8\u00ff",
            "II*\0",
            "MM\0*",
            "MZ",
            "\u007fELF",
            "\u00ca\u00fe\u00ba\u00be",
            "\u00cf\u00fa\u00ed\u00fe",
            "\u00d0\u00cf\u0011\u00e0",
            "Rar!",
            "7z\u00bc\u00af",
            "\u001f\u008b",
            "BZh",
            "\u00fd7zXZ",
            "#!",
            "{\\rtf",
            "%!PS",
            "MSCF",
            "!<arch>");

    private Signatur() {}

    /** Whether a file of this type may begin so. */
    public static boolean passt(Dateityp typ, byte[] anfang) {
        String kopf = new String(anfang, StandardCharsets.ISO_8859_1);
        return switch (typ) {
            case PDF -> kopf.startsWith("%PDF-");
            case JPEG -> kopf.startsWith("\u00ff\u00d8\u00ff");
            case PNG -> kopf.startsWith("\u0089PNG\r\n\u001a\n");
            case GIF -> kopf.startsWith("GIF87a") || kopf.startsWith("GIF89a");
            case WEBP -> kopf.startsWith("RIFF") && kopf.startsWith("WEBP", 8);
            case TIFF -> kopf.startsWith("II*\0") || kopf.startsWith("MM\0*");
            case HEIC ->
                kopf.startsWith("ftyp", 4) && kopf.length() >= 12 && HEIC_MARKEN.contains(kopf.substring(8, 12));
            case DOCX, XLSX, ODT, ODS, ZIP -> kopf.startsWith("PK\3\4");
            case TEXT, CSV -> FREMDE.stream().noneMatch(kopf::startsWith);
            case XML -> ohneBom(kopf).startsWith("<");
            case JSON -> ohneBom(kopf).startsWith("{") || ohneBom(kopf).startsWith("[");
        };
    }

    private static String ohneBom(String kopf) {
        return (kopf.startsWith("\u00ef\u00bb\u00bf") ? kopf.substring(3) : kopf).stripLeading();
    }

    /** Whether the file can also be opened as a PDF or a ZIP; of a file that is no archive. */
    public static boolean hatZweite(Dateityp typ, Inhalt inhalt) throws IOException {
        try (InputStream anfang = inhalt.ab(0);
                InputStream ende = inhalt.ab(Math.max(0, inhalt.groesse() - ENDE_ZIP))) {
            boolean pdf =
                    typ != Dateityp.PDF && latein(anfang.readNBytes(ANFANG_PDF)).contains("%PDF-");
            // The two disk numbers behind the signature are 0 in every archive that is one file.
            return pdf || latein(ende.readNBytes(ENDE_ZIP)).contains("PK\5\6\0\0\0\0");
        }
    }

    private static String latein(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
