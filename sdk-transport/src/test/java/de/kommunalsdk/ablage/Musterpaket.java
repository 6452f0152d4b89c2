/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.ablage;

import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.antrag.Vorgangsnummer;
import de.kommunalsdk.dienst.DienstId;
import de.kommunalsdk.dienst.DienstRef;
import de.kommunalsdk.mandant.MandantId;
import de.kommunalsdk.uebermittlung.Paket;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/** Synthetic packets of Musterstadt. */
final class Musterpaket {

    private Musterpaket() {}

    static Paket mit(String schluessel, Paket.Teil... teile) {
        return new Paket(
                schluessel,
                new MandantId("musterstadt"),
                "051110000000",
                AntragId.neu(),
                new DienstRef(new DienstId("hund-anmelden"), "1.0.0"),
                "99102013104000",
                new Vorgangsnummer("MS-2026-0001"),
                Instant.parse("2026-11-23T10:15:30Z"),
                List.of(teile));
    }

    static Paket.Teil teil(String name, String inhalt) {
        return teil(name, inhalt, () -> strom(inhalt));
    }

    static Paket.Teil teil(String name, String inhalt, Paket.Quelle quelle) {
        byte[] bytes = inhalt.getBytes(StandardCharsets.UTF_8);
        return new Paket.Teil(
                Paket.Rolle.ANLAGE, name, name, "application/octet-stream", bytes.length, sha256(bytes), "", quelle);
    }

    static InputStream strom(String inhalt) {
        return new ByteArrayInputStream(inhalt.getBytes(StandardCharsets.UTF_8));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
