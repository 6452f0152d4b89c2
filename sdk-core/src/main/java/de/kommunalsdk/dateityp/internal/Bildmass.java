/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.dateityp.internal;

import de.kommunalsdk.blob.Inhalt;
import de.kommunalsdk.dateityp.DateiFehler;
import de.kommunalsdk.dateityp.Dateityp;
import de.kommunalsdk.error.InvalidInput;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/** How many pixels an image says it has, from its headers alone; of several images in one file the largest. */
public final class Bildmass {

    private static final int MAX_SEITEN = 500; // of a TIFF
    private static final int MAX_KAESTEN = 100; // of a HEIC, before the one that counts
    private static final int MAX_META = 4 << 20;

    private Bildmass() {}

    /** Width times height; 0 or less when the headers make no sense. */
    public static long pixel(Dateityp typ, Inhalt inhalt) throws IOException {
        try (DataInputStream d = new DataInputStream(inhalt.ab(0))) {
            return switch (typ) {
                case PNG -> png(d);
                case JPEG -> jpeg(d);
                case GIF -> gif(d);
                case WEBP -> webp(d, inhalt.groesse());
                case TIFF -> tiff(inhalt);
                case HEIC -> heic(d);
                default -> throw new IllegalArgumentException("Kein Bild: " + typ);
            };
        } catch (EOFException e) {
            return 0;
        }
    }

    /** PNG (W3C), 5.3: chunks up to IEND, and nothing behind it. */
    private static long png(DataInputStream d) throws IOException {
        d.skipNBytes(8);
        long pixel = 0;
        for (int nummer = 0; ; nummer++) {
            int laenge = d.readInt();
            String art = new String(d.readNBytes(4), StandardCharsets.ISO_8859_1);
            if (laenge < 0 || (nummer == 0) != art.equals("IHDR")) {
                return 0;
            }
            if (nummer == 0) {
                pixel = Math.max(0L, d.readInt()) * Math.max(0, d.readInt());
                laenge -= 8;
            }
            d.skipNBytes(laenge + 4L);
            if (art.equals("IEND")) {
                return d.read() < 0 ? pixel : gemischt();
            }
        }
    }

    /** ITU-T T.81, B.2.2: the frame header stands before the first scan. */
    private static long jpeg(DataInputStream d) throws IOException {
        d.skipNBytes(2);
        while (true) {
            if (d.readUnsignedByte() != 0xff) {
                return 0;
            }
            int marke = d.readUnsignedByte();
            while (marke == 0xff) { // fill bytes
                marke = d.readUnsignedByte();
            }
            boolean rahmen = marke >= 0xc0 && marke <= 0xcf && marke != 0xc4 && marke != 0xc8 && marke != 0xcc;
            if (marke == 0xda || marke == 0xd9) {
                return 0;
            }
            int laenge = d.readUnsignedShort();
            if (rahmen) {
                d.readUnsignedByte();
                return (long) d.readUnsignedShort() * d.readUnsignedShort();
            }
            d.skipNBytes(Math.max(0, laenge - 2));
        }
    }

    private static long gif(DataInputStream d) throws IOException {
        ByteBuffer kopf = klein(d, 10);
        return (long) kopf.getChar(6) * kopf.getChar(8);
    }

    /** RFC 9649, 2.4 to 2.7. */
    private static long webp(DataInputStream d, long groesse) throws IOException {
        ByteBuffer kopf = klein(d, 30);
        long ende = (kopf.getInt(4) & 0xffffffffL) + 8;
        if (groesse - ende > 1 || groesse < ende) {
            return groesse < ende ? 0 : gemischt();
        }
        String art = new String(kopf.array(), 12, 4, StandardCharsets.ISO_8859_1);
        return switch (art) {
            case "VP8 " -> (kopf.getChar(26) & 0x3fffL) * (kopf.getChar(28) & 0x3fff);
            case "VP8L" -> {
                int bits = kopf.getInt(21);
                yield ((bits & 0x3fffL) + 1) * ((bits >> 14 & 0x3fff) + 1);
            }
            case "VP8X" -> ((kopf.getInt(24) & 0xffffffL) + 1) * ((kopf.getInt(26) >>> 8) + 1);
            default -> 0;
        };
    }

    private static ByteBuffer klein(DataInputStream d, int bytes) throws IOException {
        byte[] kopf = new byte[bytes];
        d.readFully(kopf);
        return ByteBuffer.wrap(kopf).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** TIFF 6.0, section 2: a chain of directories anywhere in the file. */
    private static long tiff(Inhalt inhalt) throws IOException {
        ByteBuffer kopf = stueck(inhalt, 0, 8, ByteOrder.BIG_ENDIAN);
        ByteOrder ordnung = kopf.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        long pixel = 0;
        long stelle = kopf.order(ordnung).getInt(4) & 0xffffffffL;
        Set<Long> gesehen = new HashSet<>();
        while (stelle != 0) {
            if (!gesehen.add(stelle) || gesehen.size() > MAX_SEITEN) {
                return 0;
            }
            int eintraege = stueck(inhalt, stelle, 2, ordnung).getChar(0);
            ByteBuffer seite = stueck(inhalt, stelle + 2, eintraege * 12 + 4, ordnung);
            long breite = 0;
            long hoehe = 0;
            for (int i = 0; i < eintraege; i++) {
                int name = seite.getChar(i * 12);
                boolean kurz = seite.getChar(i * 12 + 2) == 3;
                long wert = kurz ? seite.getChar(i * 12 + 8) : seite.getInt(i * 12 + 8) & 0xffffffffL;
                breite = name == 256 ? wert : breite;
                hoehe = name == 257 ? wert : hoehe;
            }
            if (breite > Integer.MAX_VALUE || hoehe > Integer.MAX_VALUE || breite * hoehe == 0) {
                return 0;
            }
            pixel = Math.max(pixel, breite * hoehe);
            stelle = seite.getInt(eintraege * 12) & 0xffffffffL;
        }
        return pixel;
    }

    private static ByteBuffer stueck(Inhalt inhalt, long ab, int bytes, ByteOrder ordnung) throws IOException {
        try (DataInputStream d = new DataInputStream(inhalt.ab(ab))) {
            byte[] gelesen = new byte[bytes];
            d.readFully(gelesen);
            return ByteBuffer.wrap(gelesen).order(ordnung);
        }
    }

    /** ISO/IEC 23008-12, 6.5.3: sizes stand in boxes "ispe" within "meta". */
    private static long heic(DataInputStream d) throws IOException {
        for (int i = 0; i < MAX_KAESTEN; i++) {
            long laenge = d.readInt() & 0xffffffffL;
            String art = new String(d.readNBytes(4), StandardCharsets.ISO_8859_1);
            if (laenge < 8 || (art.equals("meta") && laenge > MAX_META)) {
                return 0;
            }
            if (!art.equals("meta")) {
                d.skipNBytes(laenge - 8);
                continue;
            }
            byte[] meta = new byte[(int) laenge - 8];
            d.readFully(meta);
            ByteBuffer zahlen = ByteBuffer.wrap(meta);
            String text = new String(meta, StandardCharsets.ISO_8859_1);
            long pixel = 0;
            for (int hier = text.indexOf("ispe");
                    hier >= 0 && hier + 16 <= meta.length;
                    hier = text.indexOf("ispe", hier + 4)) {
                pixel = Math.max(pixel, Math.max(0L, zahlen.getInt(hier + 8)) * Math.max(0, zahlen.getInt(hier + 12)));
            }
            return pixel;
        }
        return 0;
    }

    private static long gemischt() {
        throw new InvalidInput(DateiFehler.GEMISCHT, "");
    }
}
