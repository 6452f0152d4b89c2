/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Sealed texts for cookies and hidden fields: readable, but made by this installation, for one purpose, until a time.
 * HMAC-SHA-256; ASCII without characters that a cookie or a URL escapes. Thread-safe.
 */
public final class Siegel {

    private static final int HOECHSTENS = 4096;
    private static final Base64.Encoder KODIERER = Base64.getUrlEncoder().withoutPadding();

    private final Schluesselbund bund;
    private final Clock clock;

    /** Seals with keys derived from {@code bund}. */
    public Siegel(Schluesselbund bund, Clock clock) {
        this.bund = bund;
        this.clock = clock;
    }

    /** Seals a text for a purpose; it opens until {@code gueltig} has passed. */
    public String siegle(String zweck, String inhalt, Duration gueltig) {
        String kopf = bund.aktiv() + "." + clock.instant().plus(gueltig).getEpochSecond() + "."
                + KODIERER.encodeToString(inhalt.getBytes(StandardCharsets.UTF_8));
        return kopf + "."
                + KODIERER.encodeToString(mac(bund.aktiv(), zweck, kopf).orElseThrow());
    }

    /** The text, or empty for anything that is not such a seal, was made for another purpose or is too old. */
    public Optional<String> oeffne(String zweck, String siegel) {
        String[] teile = siegel.length() > HOECHSTENS ? new String[0] : siegel.split("\\.", -1);
        if (teile.length != 4 || !teile[1].matches("\\d{1,12}")) {
            return Optional.empty();
        }
        try {
            boolean echt = mac(teile[0], zweck, teile[0] + "." + teile[1] + "." + teile[2])
                    // compared as text: a decoder takes several texts for the same bytes
                    .filter(mac ->
                            MessageDigest.isEqual(KODIERER.encode(mac), teile[3].getBytes(StandardCharsets.UTF_8)))
                    .isPresent();
            return echt && clock.instant().getEpochSecond() < Long.parseLong(teile[1])
                    ? Optional.of(new String(Base64.getUrlDecoder().decode(teile[2]), StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A keyed hash of a text, 43 characters, the same on all nodes; for values that are looked up but not stored. */
    public String hash(String zweck, String inhalt) {
        return KODIERER.encodeToString(
                mac(bund.aktiv(), "hash:" + zweck, inhalt).orElseThrow());
    }

    /** The hashes of a text under all keys, the active one first: to find what was stored before a rotation. */
    public List<String> hashes(String zweck, String inhalt) {
        return bund.namen().stream()
                .map(name -> KODIERER.encodeToString(
                        mac(name, "hash:" + zweck, inhalt).orElseThrow()))
                .toList();
    }

    private Optional<byte[]> mac(String schluessel, String zweck, String inhalt) {
        return bund.schluessel(schluessel, "siegel:" + zweck, "HmacSHA256").map(k -> rechne(k, inhalt));
    }

    private static byte[] rechne(SecretKeySpec schluessel, String inhalt) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(schluessel);
            return mac.doFinal(inhalt.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Jede Java-Laufzeit kennt HmacSHA256", e);
        }
    }
}
