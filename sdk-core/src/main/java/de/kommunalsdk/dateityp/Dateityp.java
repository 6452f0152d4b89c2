/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.dateityp;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A type that can be recognised and checked. */
public enum Dateityp {
    PDF("application/pdf", "PDF", List.of("pdf"), List.of("application/x-pdf")),
    JPEG("image/jpeg", "JPEG", List.of("jpg", "jpeg", "jpe", "jfif"), List.of("image/jpg", "image/pjpeg")),
    PNG("image/png", "PNG", List.of("png"), List.of("image/x-png")),
    GIF("image/gif", "GIF", List.of("gif"), List.of()),
    WEBP("image/webp", "WebP", List.of("webp"), List.of()),
    TIFF("image/tiff", "TIFF", List.of("tif", "tiff"), List.of()),
    HEIC("image/heic", "HEIC", List.of("heic", "heif"), List.of("image/heif")),
    TEXT("text/plain", "Text (TXT)", List.of("txt"), List.of()),
    CSV("text/csv", "CSV", List.of("csv"), List.of("application/csv", "text/plain", "application/vnd.ms-excel")),
    XML("application/xml", "XML", List.of("xml"), List.of("text/xml")),
    JSON("application/json", "JSON", List.of("json"), List.of("text/json")),
    DOCX(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "Word (DOCX)",
            List.of("docx"),
            List.of()),
    XLSX(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "Excel (XLSX)",
            List.of("xlsx"),
            List.of()),
    ODT("application/vnd.oasis.opendocument.text", "ODT", List.of("odt"), List.of()),
    ODS("application/vnd.oasis.opendocument.spreadsheet", "ODS", List.of("ods"), List.of()),
    ZIP("application/zip", "ZIP", List.of("zip"), List.of("application/x-zip-compressed", "application/x-zip"));

    /** What a browser says when its system does not know the type. */
    private static final List<String> NICHTSSAGEND = List.of("", "application/octet-stream", "binary/octet-stream");

    private final String medientyp;
    private final String bezeichnung;
    private final List<String> endungen;
    private final List<String> auch;

    Dateityp(String medientyp, String bezeichnung, List<String> endungen, List<String> auch) {
        this.medientyp = medientyp;
        this.bezeichnung = bezeichnung;
        this.endungen = endungen;
        this.auch = auch;
    }

    /** The media type under which such a file is stored and delivered. */
    public String medientyp() {
        return medientyp;
    }

    /** As people know it. */
    public String bezeichnung() {
        return bezeichnung;
    }

    /** The usual extension, with its dot. */
    public String endung() {
        return "." + endungen.get(0);
    }

    /** The type with this media type or one of its other names. */
    public static Optional<Dateityp> vonMedientyp(String medientyp) {
        String gesucht = medientyp.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(t -> t.medientyp.equals(gesucht))
                .findFirst()
                .or(() -> Arrays.stream(values())
                        .filter(t -> t.auch.contains(gesucht))
                        .findFirst());
    }

    /** The type that the extension of a file name stands for. */
    public static Optional<Dateityp> vonDateiname(String dateiname) {
        String endung = dateiname
                .strip()
                .substring(dateiname.strip().lastIndexOf('.') + 1)
                .toLowerCase(Locale.ROOT);
        return dateiname.indexOf('.') < 0
                ? Optional.empty()
                : Arrays.stream(values())
                        .filter(t -> t.endungen.contains(endung))
                        .findFirst();
    }

    /** Whether a browser that knows this type, or none, would say {@code angegeben}; parameters do not matter. */
    public boolean vertraegt(String angegeben) {
        String typ = angegeben.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return NICHTSSAGEND.contains(typ) || medientyp.equals(typ) || auch.contains(typ);
    }
}
