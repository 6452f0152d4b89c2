/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.dateityp;

import de.kommunalsdk.blob.Inhalt;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Small synthetic files of each type. */
final class Bytes implements Inhalt {

    private final byte[] bytes;

    Bytes(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public long groesse() {
        return bytes.length;
    }

    @Override
    public InputStream ab(long stelle) {
        int ab = (int) Math.min(stelle, bytes.length);
        return new ByteArrayInputStream(bytes, ab, bytes.length - ab);
    }

    static byte[] latein(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] zusammen(byte[]... teile) {
        ByteArrayOutputStream ziel = new ByteArrayOutputStream();
        for (byte[] teil : teile) {
            ziel.writeBytes(teil);
        }
        return ziel.toByteArray();
    }

    static byte[] gross(int... zahlen) {
        ByteBuffer puffer = ByteBuffer.allocate(zahlen.length * 4);
        for (int zahl : zahlen) {
            puffer.putInt(zahl);
        }
        return puffer.array();
    }

    static byte[] klein(int bytes, long zahl) {
        byte[] ganz = ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(zahl)
                .array();
        return java.util.Arrays.copyOf(ganz, bytes);
    }

    static byte[] png(int breite, int hoehe) {
        return zusammen(
                latein("\u0089PNG\r\n\u001a\n"),
                abschnitt("IHDR", zusammen(gross(breite, hoehe), new byte[] {8, 0, 0, 0, 0})),
                abschnitt("IDAT", new byte[] {1, 2, 3}),
                abschnitt("IEND", new byte[0]));
    }

    private static byte[] abschnitt(String art, byte[] inhalt) {
        CRC32 crc = new CRC32();
        crc.update(latein(art));
        crc.update(inhalt);
        return zusammen(gross(inhalt.length), latein(art), inhalt, gross((int) crc.getValue()));
    }

    static byte[] jpeg(int breite, int hoehe) {
        return zusammen(
                latein("\u00ff\u00d8\u00ff\u00e0\0\u0010JFIF\0\1\1\0\0\1\0\1\0\0"),
                latein("\u00ff\u00c0\0\u000b\u0008"),
                new byte[] {(byte) (hoehe >> 8), (byte) hoehe, (byte) (breite >> 8), (byte) breite},
                latein("\1\1\u0011\0"),
                latein("\u00ff\u00da\0\u0008\1\1\0\0?\0abc\u00ff\u00d9"));
    }

    static byte[] gif(int breite, int hoehe) {
        return zusammen(latein("GIF89a"), klein(2, breite), klein(2, hoehe), latein("\0\0\0;"));
    }

    static byte[] webp(int breite, int hoehe) {
        byte[] rest =
                zusammen(latein("WEBPVP8X"), klein(4, 10), klein(4, 0), klein(3, breite - 1L), klein(3, hoehe - 1L));
        return zusammen(latein("RIFF"), klein(4, rest.length), rest);
    }

    static byte[] tiff(int breite, int hoehe, int naechste) {
        return zusammen(
                latein("II*\0"),
                klein(4, 8),
                klein(2, 2),
                eintrag(256, breite),
                eintrag(257, hoehe),
                klein(4, naechste));
    }

    private static byte[] eintrag(int name, int wert) {
        return zusammen(klein(2, name), klein(2, 4), klein(4, 1), klein(4, wert));
    }

    static byte[] heic(int breite, int hoehe) {
        byte[] ispe = zusammen(gross(20), latein("ispe"), gross(0, breite, hoehe));
        return zusammen(
                gross(20),
                latein("ftypheic"),
                gross(0),
                latein("mif1"),
                gross(ispe.length + 12),
                latein("meta"),
                gross(0),
                ispe);
    }
}
