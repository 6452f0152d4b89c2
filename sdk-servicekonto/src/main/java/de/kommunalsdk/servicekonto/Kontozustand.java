/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.servicekonto;

import de.kommunalsdk.error.Fehlercode;
import de.kommunalsdk.error.Fundstelle;
import de.kommunalsdk.error.Problem;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How an account is, for a health page, for metrics and for {@code konto doctor}.
 *
 * @param produktion whether real people log in: then errors of the own side keep the account from being used
 * @param rueckadresse where its answers arrive
 * @param einrichtung what is wrong with the own side; passes only when somebody mends it
 * @param gegenseite what is wrong with the account's side or with the way to it; may pass by itself
 * @param metadatenVon when what is known of the account was fetched; empty when it was not
 * @param zertifikatBis when the first certificate ends without which no login works any more
 */
public record Kontozustand(
        boolean produktion,
        Optional<URI> rueckadresse,
        List<Problem> einrichtung,
        List<Problem> gegenseite,
        Optional<Instant> metadatenVon,
        Optional<Instant> zertifikatBis) {

    /** Nothing is known. */
    public static final Kontozustand UNBEKANNT =
            new Kontozustand(true, Optional.empty(), List.of(), List.of(), Optional.empty(), Optional.empty());

    public Kontozustand {
        einrichtung = List.copyOf(einrichtung);
        gegenseite = List.copyOf(gegenseite);
    }

    /** Nothing is at hand of an account: it is still asked for, or a call failed. */
    static Problem ohneAuskunft(Fehlercode code, Fundstelle ort, Optional<String> fehler) {
        return fehler.map(f -> Problem.fehler(code, ort, "Zuletzt: " + f + "."))
                .orElseGet(() -> new Problem(code, Problem.Schwere.HINWEIS, ort, "Noch nicht abgeholt."));
    }

    /** Whether the account's side has not been seen yet, so that more may be found. */
    boolean istUnbesehen() {
        return metadatenVon.isEmpty() && !gegenseite.isEmpty();
    }

    /** All that is wrong. */
    public List<Problem> befunde() {
        return Stream.concat(einrichtung.stream(), gegenseite.stream()).toList();
    }

    /** The worst of it; empty when all is well. */
    public Optional<Problem.Schwere> schwere() {
        return befunde().stream().map(Problem::schwere).min(Enum::compareTo); // FEHLER comes first
    }

    /** Whether it must not be used. */
    public boolean istGesperrt() {
        return produktion && einrichtung.stream().anyMatch(Problem::istFehler);
    }

    /**
     * The same, compared with where the portal is: an answer that arrives at another host finds no cookie of the login.
     * That no address has its host is an error, that some have not is a warning for each.
     *
     * @param portale public addresses, one for each Mandant
     */
    public Kontozustand an(Collection<URI> portale) {
        List<Problem> alle = new ArrayList<>(einrichtung);
        rueckadresse.ifPresent(adresse -> {
            List<URI> fremde = portale.stream()
                    .filter(p -> !String.valueOf(adresse.getHost()).equalsIgnoreCase(p.getHost()))
                    .toList();
            Problem.Schwere schwere =
                    fremde.size() == portale.size() ? Problem.Schwere.FEHLER : Problem.Schwere.WARNUNG;
            fremde.forEach(portal -> alle.add(new Problem(
                    KontoFehler.RECHNER,
                    schwere,
                    Fundstelle.in("Adresse für Antworten"),
                    adresse.getHost() + " ist nicht " + portal.getHost() + ".")));
        });
        return new Kontozustand(produktion, rueckadresse, alle, gegenseite, metadatenVon, zertifikatBis);
    }
}
