/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.crypto;

import de.kommunalsdk.config.Knoten;
import de.kommunalsdk.error.ConfigurationError;
import de.kommunalsdk.error.Fundstelle;
import de.kommunalsdk.error.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys of an installation: named secrets of 32 bytes, one of them active. New data use the active one, older ones
 * stay readable while their key is here. A secret is never used itself; each purpose has its own key, derived by
 * HKDF-SHA-256. Immutable, thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5869">RFC 5869</a>
 */
public final class Schluesselbund {

    private static final int LAENGE = 32;
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_-]{1,32}");

    private final Map<String, byte[]> geheimnisse;
    private final String aktiv;

    private Schluesselbund(Map<String, byte[]> geheimnisse, String aktiv) {
        this.geheimnisse = Map.copyOf(geheimnisse);
        this.aktiv = aktiv;
    }

    /** Begins a key ring in code, for hosts that keep keys elsewhere than in a file. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Reads a key file: YAML with {@code aktiv: NAME} and {@code schluessel: {NAME: BASE64}}.
     *
     * @throws ConfigurationError OZG-CRYPTO-0001 to 0003, with all problems
     */
    public static Schluesselbund ausDatei(Path datei) {
        return ausDatei(datei, UnaryOperator.identity());
    }

    /**
     * As {@link #ausDatei(Path)}, for a file whose secrets were wrapped by {@code schutz}. What it does not unwrap to
     * 32 bytes is OZG-CRYPTO-0002.
     */
    public static Schluesselbund ausDatei(Path datei, Schluesselschutz schutz) {
        return ausDatei(datei, schutz::auswickeln);
    }

    private static Schluesselbund ausDatei(Path datei, UnaryOperator<byte[]> auspacken) {
        String name = String.valueOf(datei.getFileName());
        try {
            if (fuerAndereLesbar(datei)) {
                throw fehler(Problem.fehler(CryptoFehler.RECHTE, Fundstelle.in(name), CryptoFehler.RECHTE.bedeutung()));
            }
            try (InputStream quelle = Files.newInputStream(datei)) {
                return lies(name, quelle.readNBytes(Knoten.MAX_BYTES + 1), auspacken);
            }
        } catch (IOException e) {
            throw fehler(Problem.fehler(
                    CryptoFehler.DATEI,
                    Fundstelle.in(name),
                    "Nicht lesbar (" + e.getClass().getSimpleName() + ")."));
        }
    }

    /** As {@link #ausDatei(Path)}; a file that is missing is made first, whole or not at all, readable by its owner only. */
    public static Schluesselbund ausDateiOderNeu(Path datei) {
        if (!Files.exists(datei)) {
            try {
                legeAn(datei.toAbsolutePath());
            } catch (IOException e) {
                throw fehler(Problem.fehler(
                        CryptoFehler.DATEI,
                        Fundstelle.in(String.valueOf(datei.getFileName())),
                        "Nicht anzulegen (" + e.getClass().getSimpleName() + ")."));
            }
        }
        return ausDatei(datei);
    }

    /** Names of all keys, the active one first. */
    List<String> namen() {
        return Stream.concat(Stream.of(aktiv), geheimnisse.keySet().stream().filter(name -> !name.equals(aktiv)))
                .toList();
    }

    /** Name of the active key. */
    String aktiv() {
        return aktiv;
    }

    /** The key for a purpose, or empty when there is no secret of this name. */
    Optional<SecretKeySpec> schluessel(String name, String zweck, String algorithmus) {
        return Optional.ofNullable(geheimnisse.get(name))
                .map(geheimnis -> new SecretKeySpec(hkdf(geheimnis, zweck), algorithmus));
    }

    private static byte[] hkdf(byte[] geheimnis, String zweck) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec("kommunal-sdk".getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            byte[] prk = mac.doFinal(geheimnis);
            mac.init(new SecretKeySpec(prk, "HmacSHA256"));
            mac.update(zweck.getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(new byte[] {1});
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Jede Java-Laufzeit kennt HmacSHA256", e);
        }
    }

    private static Schluesselbund lies(String name, byte[] bytes, UnaryOperator<byte[]> auspacken) {
        List<Problem> probleme = new ArrayList<>();
        Builder bund = builder();
        Knoten.lies(name, bytes, probleme).ifPresent(wurzel -> {
            wurzel.erlaubt("aktiv", "schluessel");
            wurzel.pflichttext("aktiv").ifPresent(bund::aktiv);
            wurzel.abbildung("schluessel")
                    .ifPresent(knoten -> knoten.eintraege().forEach((id, kind) -> {
                        if (!NAME.matcher(id).matches()) {
                            // no name and no path: name and secret may have changed places
                            knoten.fehler(
                                    CryptoFehler.FORM,
                                    "Der Name eines Schluessels hat andere Zeichen als A-Z, a-z, 0-9, _ und -.");
                            return;
                        }
                        try {
                            bund.schluessel(
                                    id,
                                    auspacken.apply(Base64.getDecoder()
                                            .decode(kind.text().strip())));
                        } catch (IllegalArgumentException e) {
                            kind.fehler(CryptoFehler.FORM, "Schluessel \"" + id + "\": 32 Byte in Base64 erwartet.");
                        }
                    }));
            if (probleme.isEmpty() && !bund.geheimnisse.containsKey(bund.aktiv)) {
                wurzel.fehler(CryptoFehler.FORM, "Der aktive Schluessel steht nicht unter \"schluessel\".");
            }
        });
        if (!probleme.isEmpty()) {
            throw new ConfigurationError(CryptoFehler.FORM, probleme);
        }
        return bund.baue();
    }

    private static boolean fuerAndereLesbar(Path datei) throws IOException {
        if (!datei.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return false;
        }
        Set<PosixFilePermission> rechte = Files.getPosixFilePermissions(datei);
        return rechte.contains(PosixFilePermission.OTHERS_READ) || rechte.contains(PosixFilePermission.OTHERS_WRITE);
    }

    private static void legeAn(Path datei) throws IOException {
        byte[] geheimnis = new byte[LAENGE];
        new SecureRandom().nextBytes(geheimnis);
        String text = "# Schluessel dieser Installation. Sichern: ohne sie sind alle Daten verloren. Nie weitergeben.\n"
                + "aktiv: k1\nschluessel:\n  k1: \"" + Base64.getEncoder().encodeToString(geheimnis) + "\"\n";
        Files.createDirectories(datei.resolveSibling(".").normalize());
        Path entwurf = datei.resolveSibling("." + UUID.randomUUID());
        try {
            FileAttribute<?>[] rechte =
                    datei.getFileSystem().supportedFileAttributeViews().contains("posix")
                            ? new FileAttribute<?>[] {
                                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                            }
                            : new FileAttribute<?>[0];
            try (FileChannel kanal = FileChannel.open(
                    entwurf, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), rechte)) {
                kanal.write(StandardCharsets.US_ASCII.encode(text));
                kanal.force(true);
            }
            Files.createLink(datei, entwurf); // unlike a rename it never replaces the key of another node
        } catch (FileAlreadyExistsException e) {
            return;
        } finally {
            try {
                Files.delete(entwurf);
            } catch (NoSuchFileException e) {
                // it was never made
            }
        }
    }

    private static ConfigurationError fehler(Problem problem) {
        return new ConfigurationError(problem.code(), List.of(problem));
    }

    /** Shows no key. */
    @Override
    public String toString() {
        return "Schluesselbund[" + geheimnisse.size() + " Schluessel, aktiv " + aktiv + "]";
    }

    /** Collects keys. Not thread-safe. */
    public static final class Builder {

        private final Map<String, byte[]> geheimnisse = new LinkedHashMap<>();
        private String aktiv = "";

        private Builder() {}

        /** Adds a secret of exactly 32 bytes under a name of letters, digits, hyphen and underscore. */
        public Builder schluessel(String name, byte[] geheimnis) {
            if (!NAME.matcher(name).matches() || geheimnis.length != LAENGE) {
                throw new IllegalArgumentException("Schluessel: Name aus A-Z, a-z, 0-9, _ und -, Geheimnis 32 Byte");
            }
            geheimnisse.put(name, geheimnis.clone());
            return this;
        }

        /** Names the key for new data. */
        public Builder aktiv(String name) {
            aktiv = name;
            return this;
        }

        /** The key ring; fails when the active key is missing. */
        public Schluesselbund baue() {
            if (!geheimnisse.containsKey(aktiv)) {
                throw new IllegalArgumentException("Der aktive Schluessel fehlt im Schluesselbund");
            }
            return new Schluesselbund(geheimnisse, aktiv);
        }
    }
}
