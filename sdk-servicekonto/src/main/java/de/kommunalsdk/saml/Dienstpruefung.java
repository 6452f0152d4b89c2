/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.saml;

import de.kommunalsdk.error.Fundstelle;
import de.kommunalsdk.error.Problem;
import java.net.URI;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is wrong with the own side before anybody logs in: name, address, keys and certificates. Pure. */
public final class Dienstpruefung {

    private static final Duration VORWARNUNG = Duration.ofDays(60);

    private Dienstpruefung() {}

    /**
     * Checks the own side.
     *
     * @param frueher entityID under which citizens have logged in before; empty for the first start
     * @return errors and warnings; empty when all is well
     */
    public static List<Problem> pruefe(Dienstanbieter dienst, Optional<String> frueher, Instant jetzt) {
        List<Problem> probleme = new ArrayList<>(pruefeName(dienst, frueher));
        if (!istAcs(dienst.acs())) {
            probleme.add(fehler(
                    SamlFehler.SP_ACS,
                    "ACS",
                    "Erlaubt ist eine https-Adresse ohne Fragment; http nur auf diesem Rechner."));
        }
        schluessel(probleme, "Signatur", dienst.signatur(), jetzt);
        if (dienst.entschluesselung().isEmpty()) {
            probleme.add(fehler(SamlFehler.SP_SCHLUESSEL, "Entschlüsselung", "Mindestens ein Schlüssel ist nötig."));
        }
        for (int i = 0; i < dienst.entschluesselung().size(); i++) {
            Schluesselpaar paar = dienst.entschluesselung().get(i);
            String ort = "Entschlüsselung " + (i + 1);
            if (!(paar.schluessel() instanceof RSAKey)) {
                probleme.add(fehler(SamlFehler.SP_SCHLUESSEL, ort, "Zur Entschlüsselung ist ein RSA-Schlüssel nötig."));
            } else if (i == 0) {
                schluessel(probleme, ort, paar, jetzt);
            } else {
                staerke(probleme, ort, paar.zertifikat().getPublicKey()); // the one that goes may have run out
            }
        }
        return probleme;
    }

    /** Only the name: whether it is allowed, and still the one of before. */
    public static List<Problem> pruefeName(Dienstanbieter dienst, Optional<String> frueher) {
        List<Problem> probleme = new ArrayList<>();
        Optional<URI> name = adresse(dienst.entityId()).filter(Dienstpruefung::istName);
        if (name.isEmpty()) {
            probleme.add(fehler(
                    SamlFehler.SP_ENTITYID,
                    "entityID",
                    "Erlaubt ist eine https-Adresse mit vollem Rechnernamen, ohne Port, Abfrage und Fragment."));
        }
        if (frueher.flatMap(Dienstpruefung::adresse)
                .filter(alt -> !Optional.ofNullable(alt.getHost()).equals(name.map(URI::getHost)))
                .isPresent()) {
            probleme.add(fehler(
                    SamlFehler.SP_ENTITYID_GEWECHSELT,
                    "entityID",
                    "Der Rechnername war ein anderer; alle Bürgerinnen und Bürger bekämen eine neue Kennung."));
        }
        return probleme;
    }

    /**
     * What the BundID and its sisters demand to be told of every portal.
     *
     * @param anzeigename as in {@link AkdbErweiterung}
     */
    public static List<Problem> pruefeAnzeige(String anzeigename, String onlineServiceId) {
        List<Problem> probleme = new ArrayList<>();
        for (String mangel : AkdbErweiterung.maengel(anzeigename, onlineServiceId)) {
            probleme.add(fehler(SamlFehler.SP_ANFRAGE, "Antragsdienst", mangel + "."));
        }
        if (AkdbErweiterung.istZuLang(anzeigename)) {
            probleme.add(warnung(
                    SamlFehler.SP_ANFRAGE, "Antragsdienst", "Das Nutzerkonto zeigt vom Anzeigenamen nur 50 Zeichen."));
        }
        return probleme;
    }

    /** Whether the account's "back" leads elsewhere: the account does not check it, and it would be an open redirect in our name. */
    public static Optional<Problem> pruefeZurueck(Dienstanbieter dienst, URI zurueck) {
        return herkunft(zurueck).equals(herkunft(dienst.acs()))
                ? Optional.empty()
                : Optional.of(fehler(SamlFehler.SP_ANFRAGE, "BackURL", "Zurück-Adresse: nicht in diesem Portal"));
    }

    private static String herkunft(URI uri) {
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }

    private static Optional<URI> adresse(String text) {
        try {
            return Optional.of(URI.create(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean istName(URI uri) {
        return "https".equals(uri.getScheme())
                && uri.getHost() != null
                && uri.getHost().contains(".")
                && uri.getPort() == -1
                && uri.getUserInfo() == null
                && uri.getQuery() == null
                && uri.getFragment() == null;
    }

    private static boolean istAcs(URI uri) {
        boolean hier = "127.0.0.1".equals(uri.getHost()) || "localhost".equals(uri.getHost());
        return uri.getHost() != null
                && uri.getUserInfo() == null
                && uri.getFragment() == null
                && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()) && hier);
    }

    private static void schluessel(List<Problem> probleme, String ort, Schluesselpaar paar, Instant jetzt) {
        staerke(probleme, ort, paar.zertifikat().getPublicKey());
        X509Certificate zertifikat = paar.zertifikat();
        Instant ende = zertifikat.getNotAfter().toInstant();
        if (!jetzt.isBefore(ende) || jetzt.isBefore(zertifikat.getNotBefore().toInstant())) {
            probleme.add(fehler(SamlFehler.SP_ZERTIFIKAT, ort, "Das Zertifikat gilt bis " + ende + "."));
        } else if (jetzt.plus(VORWARNUNG).isAfter(ende)) {
            probleme.add(warnung(SamlFehler.SP_ZERTIFIKAT, ort, "Das Zertifikat gilt nur noch bis " + ende + "."));
        }
        if (zertifikat.getSigAlgName().matches("(?i)(SHA1|MD[25]).*")) {
            probleme.add(warnung(
                    SamlFehler.SP_SCHLUESSEL_SCHWACH,
                    ort,
                    "Das Zertifikat ist mit " + zertifikat.getSigAlgName() + " unterschrieben."));
        }
    }

    private static void staerke(List<Problem> probleme, String ort, PublicKey schluessel) {
        int bits = bits(schluessel);
        boolean rsa = schluessel instanceof RSAKey;
        if (bits < (rsa ? 2048 : 256)) {
            probleme.add(fehler(SamlFehler.SP_SCHLUESSEL_SCHWACH, ort, "Der Schlüssel hat " + bits + " Bit."));
        } else {
            kurz(schluessel).ifPresent(text -> probleme.add(warnung(SamlFehler.SP_SCHLUESSEL_SCHWACH, ort, text)));
        }
    }

    /** That a key will do, but the next one should be longer. */
    static Optional<String> kurz(PublicKey schluessel) {
        return schluessel instanceof RSAKey && bits(schluessel) < 3072
                ? Optional.of("Der Schlüssel hat " + bits(schluessel) + " Bit; der nächste sollte 3072 haben.")
                : Optional.empty();
    }

    private static int bits(PublicKey schluessel) {
        if (schluessel instanceof RSAKey rsa) {
            return rsa.getModulus().bitLength();
        }
        return schluessel instanceof ECKey ec ? ec.getParams().getOrder().bitLength() : 0;
    }

    private static Problem fehler(SamlFehler code, String ort, String meldung) {
        return Problem.fehler(code, Fundstelle.in(ort), meldung);
    }

    private static Problem warnung(SamlFehler code, String ort, String meldung) {
        return Problem.warnung(code, Fundstelle.in(ort), meldung);
    }
}
