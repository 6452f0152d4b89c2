/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code multipart/form-data} as browsers send it (RFC 7578; RFC 2046, 5.1), part by part, with one buffer and
 * nothing on disk. Strict: no text before the first part, no folded or doubled header, no other transfer encoding, no
 * {@code filename*}. Not thread-safe.
 */
final class Mehrteilleser {

    static final int PUFFER = 32 << 10;

    private static final int MAX_KOPF = 8 << 10;
    private static final int MAX_TEILE = 20_000;
    private static final Pattern GRENZE = Pattern.compile("\\s*;\\s*boundary=(?:\"([^\"]{1,70})\"|([^\\s;\"]{1,70}))");
    private static final Set<String> UNVERSCHLUESSELT = Set.of("7bit", "8bit", "binary");

    private final InputStream quelle;
    private final byte[] trenner;
    private final long hoechstens;
    private final byte[] puffer = new byte[PUFFER];
    private int von;
    private int bis;
    private long gelesen;
    private int teile;
    private boolean zuEnde;

    /**
     * A part. Its stream ends where the next part begins; what is not read of it is skipped.
     *
     * @param dateiname as sent; null: a field of text; empty: no file was chosen
     * @param typ declared media type, may be empty
     */
    record Teil(String name, @Nullable String dateiname, String typ, InputStream inhalt) {}

    /** What is no such form, or is beyond a limit. */
    static final class Unlesbar extends IOException {
        private static final long serialVersionUID = 1L;

        private final boolean zuGross;

        private Unlesbar(String was, boolean zuGross) {
            super(was);
            this.zuGross = zuGross;
        }

        boolean istZuGross() {
            return zuGross;
        }
    }

    /**
     * Reads a body.
     *
     * @param typ value of {@code Content-Type}
     * @param hoechstens bytes of the body
     */
    Mehrteilleser(InputStream quelle, String typ, long hoechstens) throws Unlesbar {
        Matcher grenze = GRENZE.matcher(typ);
        verlange(typ.toLowerCase(Locale.ROOT).startsWith("multipart/form-data") && grenze.find(), "Grenze");
        String wert = grenze.group(1) == null ? grenze.group(2) : grenze.group(1);
        this.quelle = quelle;
        this.trenner = ("\r\n--" + wert).getBytes(StandardCharsets.ISO_8859_1);
        this.hoechstens = hoechstens;
        puffer[0] = '\r'; // so that the first delimiter looks like any other
        puffer[1] = '\n';
        bis = 2;
    }

    /** Whether the body has no byte at all: someone else has read it. */
    boolean istLeer() throws IOException {
        return teile == 0 && !hat(3);
    }

    /** The next part; empty at the end. */
    Optional<Teil> naechster() throws IOException {
        if (zuEnde) {
            return Optional.empty();
        }
        if (teile > 0) {
            new Inhalt().transferTo(OutputStream.nullOutputStream());
        }
        verlange(hat(trenner.length) && trennerBei(von), "Anfang");
        von += trenner.length;
        verlange(hat(2), "Ende");
        String danach = nimm(2, StandardCharsets.ISO_8859_1);
        zuEnde = danach.equals("--"); // whatever follows is to be ignored
        if (zuEnde) {
            return Optional.empty();
        }
        verlange(danach.equals("\r\n"), "Trenner");
        if (++teile > MAX_TEILE) {
            throw new Unlesbar("Teile", true);
        }
        return Optional.of(teil(kopf()));
    }

    private Map<String, String> kopf() throws IOException {
        Map<String, String> kopf = new HashMap<>();
        for (int rest = MAX_KOPF; ; ) {
            String zeile = zeile(rest);
            rest -= zeile.length() + 2;
            if (zeile.isEmpty()) {
                return kopf;
            }
            int punkt = zeile.indexOf(':');
            verlange(punkt > 0 && zeile.chars().noneMatch(z -> z < ' ' && z != '\t'), "Kopf");
            String name = zeile.substring(0, punkt).toLowerCase(Locale.ROOT);
            // a name with a blank is a folded line, or one that proxies read differently
            verlange(name.chars().allMatch(z -> z > ' ' && z < 127), "Kopf");
            verlange(kopf.put(name, zeile.substring(punkt + 1).strip()) == null, "doppelter Kopf");
        }
    }

    private String zeile(int hoechstens) throws IOException {
        for (int laenge = 0; laenge <= hoechstens - 2; laenge++) {
            verlange(hat(laenge + 2), "Ende");
            if (puffer[von + laenge] == '\r' && puffer[von + laenge + 1] == '\n') {
                String zeile = nimm(laenge, StandardCharsets.UTF_8);
                von += 2;
                return zeile;
            }
        }
        throw new Unlesbar("Kopf", true);
    }

    private Teil teil(Map<String, String> kopf) throws IOException {
        String disposition = kopf.getOrDefault("content-disposition", "");
        String kodierung = kopf.getOrDefault("content-transfer-encoding", "binary");
        verlange(
                disposition.toLowerCase(Locale.ROOT).startsWith("form-data")
                        && UNVERSCHLUESSELT.contains(kodierung.toLowerCase(Locale.ROOT)),
                "Art");
        Map<String, String> angaben =
                angaben(disposition.substring("form-data".length()).strip());
        String name = angaben.get("name");
        verlange(name != null && !angaben.containsKey("filename*"), "Angaben");
        return new Teil(
                String.valueOf(name), angaben.get("filename"), kopf.getOrDefault("content-type", ""), new Inhalt());
    }

    /** Browsers write a quote as %22, some clients with a backslash; any other backslash is part of a name. */
    private static Map<String, String> angaben(String text) throws Unlesbar {
        Map<String, String> angaben = new HashMap<>();
        for (int i = 0; i < text.length(); ) {
            int gleich = text.indexOf('=', i);
            verlange(text.charAt(i) == ';' && gleich > 0, "Angaben");
            String name = text.substring(i + 1, gleich).strip().toLowerCase(Locale.ROOT);
            StringBuilder wert = new StringBuilder();
            boolean zitiert = text.startsWith("\"", gleich + 1);
            for (i = gleich + (zitiert ? 2 : 1); i < text.length() && text.charAt(i) != (zitiert ? '"' : ';'); i++) {
                i += zitiert && text.startsWith("\\\"", i) ? 1 : 0;
                wert.append(text.charAt(i));
            }
            verlange(!zitiert || i < text.length(), "Angaben");
            for (i += zitiert ? 1 : 0; i < text.length() && text.charAt(i) == ' '; ) {
                i++;
            }
            String klar =
                    wert.toString().replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n");
            verlange(angaben.put(name, zitiert ? klar : klar.strip()) == null, "doppelte Angabe");
        }
        return angaben;
    }

    private String nimm(int laenge, Charset zeichensatz) {
        String text = new String(puffer, von, laenge, zeichensatz);
        von += laenge;
        return text;
    }

    private boolean trennerBei(int stelle) {
        for (int i = 0; i < trenner.length; i++) {
            if (puffer[stelle + i] != trenner[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether so many bytes are there, which is less than the buffer holds. */
    private boolean hat(int anzahl) throws IOException {
        if (bis - von >= anzahl) {
            return true;
        }
        System.arraycopy(puffer, von, puffer, 0, bis - von);
        bis -= von;
        von = 0;
        while (bis < anzahl) {
            int n = quelle.read(puffer, bis, puffer.length - bis);
            if (n < 0) {
                return false;
            }
            gelesen += n;
            bis += n;
            if (gelesen > hoechstens) {
                throw new Unlesbar("Umfang", true);
            }
        }
        return true;
    }

    private static void verlange(boolean erfuellt, String was) throws Unlesbar {
        if (!erfuellt) {
            throw new Unlesbar(was, false);
        }
    }

    /** The bytes up to the next delimiter. */
    private final class Inhalt extends InputStream {

        private final int dieser = teile;
        private int frei; // bytes from "von" on that are known to be of this part

        @Override
        public int read() throws IOException {
            byte[] eines = new byte[1];
            return read(eines, 0, 1) < 0 ? -1 : eines[0] & 0xff;
        }

        @Override
        public int read(byte[] ziel, int ab, int laenge) throws IOException {
            if (laenge == 0) {
                return 0;
            }
            if (dieser != teile || (frei == 0 && !suche())) {
                return -1;
            }
            int n = Math.min(laenge, frei);
            System.arraycopy(puffer, von, ziel, ab, n);
            von += n;
            frei -= n;
            return n;
        }

        /** False when the delimiter comes next. */
        private boolean suche() throws IOException {
            verlange(hat(trenner.length), "Ende");
            while (frei <= bis - von - trenner.length && !trennerBei(von + frei)) {
                frei++;
            }
            return frei > 0;
        }
    }
}
