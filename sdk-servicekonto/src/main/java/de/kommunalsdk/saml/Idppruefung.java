/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.saml;

import de.kommunalsdk.error.Fundstelle;
import de.kommunalsdk.error.Problem;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is wrong with the account's side, as far as its metadata and the way to them tell. Pure. */
public final class Idppruefung {

    private static final Duration VORWARNUNG = Duration.ofDays(30);
    private static final Duration FRISCH = Duration.ofHours(24);
    private static final Duration ABLAUF = Duration.ofDays(2);
    private static final Duration UHR_WARNUNG = Duration.ofSeconds(30);
    private static final Duration UHR_FEHLER = Duration.ofSeconds(60);
    private static final Set<String> DIESER_RECHNER = Set.of("localhost", "127.0.0.1", "[::1]");

    private Idppruefung() {}

    /**
     * Checks the account's side.
     *
     * @return errors and warnings; empty when all is well
     */
    public static List<Problem> pruefe(IdpMetadaten idp, Metadatenquelle.Stand stand, Instant jetzt) {
        List<Problem> probleme = new ArrayList<>();
        zertifikate(probleme, idp.signaturzertifikate(), jetzt);
        idp.gueltigBis()
                .filter(ende -> jetzt.plus(ABLAUF).isAfter(ende))
                .ifPresent(ende -> probleme.add(
                        warnung(SamlFehler.METADATEN_ALT, "Metadaten", "Sie gelten nur noch bis " + ende + ".")));
        stand.geholt()
                .filter(geholt -> geholt.plus(FRISCH).isBefore(jetzt))
                .ifPresent(geholt -> probleme.add(warnung(
                        SamlFehler.METADATEN_ALT,
                        "Metadaten",
                        "Sie sind vom " + geholt + "."
                                + stand.fehler()
                                        .map(c -> " Zuletzt: " + c + ".")
                                        .orElse(""))));
        stand.uhrabweichung()
                .filter(abweichung -> abweichung.compareTo(UHR_WARNUNG) > 0)
                .ifPresent(abweichung -> {
                    String text = "Die Uhren liegen " + abweichung.toSeconds() + " s auseinander.";
                    probleme.add(
                            abweichung.compareTo(UHR_FEHLER) > 0
                                    ? fehler(SamlFehler.UHR, "Uhr", text)
                                    : warnung(SamlFehler.UHR, "Uhr", text));
                });
        return probleme;
    }

    /** That a test system stands where real people log in. */
    public static Optional<Problem> testsystem(IdpMetadaten idp, Kontoprofil profil) {
        return istTestsystem(idp, profil)
                ? Optional.of(fehler(
                        SamlFehler.TESTSYSTEM,
                        "Metadaten",
                        "Im Betrieb ist ein Testsystem eingetragen: " + idp.entityId()))
                : Optional.empty();
    }

    /** By name, by the host of a name, or because it runs on this machine. */
    private static boolean istTestsystem(IdpMetadaten idp, Kontoprofil profil) {
        Set<String> rechner =
                profil.testsysteme().stream().map(Idppruefung::rechner).collect(Collectors.toSet());
        return profil.testsysteme().contains(idp.entityId())
                || Stream.concat(idp.anmeldungPost().stream(), idp.anmeldungRedirect().stream())
                        .map(ziel -> String.valueOf(ziel.getHost()))
                        .anyMatch(host -> rechner.contains(host) || DIESER_RECHNER.contains(host));
    }

    private static String rechner(String entityId) {
        return String.valueOf(URI.create(entityId).getHost());
    }

    /** During a change of keys the one that goes may run out; only the last one that is left must not. */
    private static void zertifikate(List<Problem> probleme, List<X509Certificate> alle, Instant jetzt) {
        Instant ende = alle.stream()
                .map(z -> z.getNotAfter().toInstant())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        if (!jetzt.isBefore(ende)) {
            probleme.add(fehler(
                    SamlFehler.IDP_ZERTIFIKAT, "Zertifikat des Nutzerkontos", "Das letzte galt bis " + ende + "."));
        } else if (jetzt.plus(VORWARNUNG).isAfter(ende)) {
            probleme.add(warnung(
                    SamlFehler.IDP_ZERTIFIKAT,
                    "Zertifikat des Nutzerkontos",
                    "Das letzte gilt nur noch bis " + ende + "."));
        }
        for (X509Certificate zertifikat : alle) {
            Dienstpruefung.kurz(zertifikat.getPublicKey())
                    .ifPresent(text -> probleme.add(
                            warnung(SamlFehler.METADATEN_SCHLUESSEL, "Zertifikat des Nutzerkontos", text)));
        }
    }

    private static Problem fehler(SamlFehler code, String ort, String meldung) {
        return Problem.fehler(code, Fundstelle.in(ort), meldung);
    }

    private static Problem warnung(SamlFehler code, String ort, String meldung) {
        return Problem.warnung(code, Fundstelle.in(ort), meldung);
    }
}
