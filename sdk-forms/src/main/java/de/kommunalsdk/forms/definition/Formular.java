/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.definition;

import de.kommunalsdk.dienst.OzgDienst;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import de.kommunalsdk.xdatenfelder.Stammdatenschema;
import de.kommunalsdk.xdatenfelder.regel.Regelwerk;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A form, compiled from the FIM schema and the overlay of dienst.yaml. Immutable.
 *
 * @param dienst its Dienst
 * @param schema its FIM schema
 * @param seiten all pages in order, at least one
 * @param synthetischeCodelisten version URNs of code lists that are not installed; in test mode each is replaced by a generated
 *     list whose entries say SYNTHETISCH; empty when the Dienst may be offered in production
 * @param regeln the translated rules of the schema
 * @param ausdruecke checks, calculations and fee of the overlay
 * @param schriftform how the Antrag is signed
 * @param felder all fields of the schema by path
 * @param gruppen all groups of the schema by path, also those that are divided over several pages
 * @param quellen where answers come from beside the citizen
 * @param beteiligte others who have to agree
 */
public record Formular(
        OzgDienst dienst,
        Stammdatenschema schema,
        List<Formularseite> seiten,
        List<String> synthetischeCodelisten,
        Regelwerk regeln,
        Ausdruecke ausdruecke,
        Schriftform schriftform,
        Map<String, Feld> felder,
        Map<String, Gruppe> gruppen,
        Datenquellen quellen,
        List<Beteiligter> beteiligte) {

    public Formular {
        seiten = List.copyOf(seiten);
        synthetischeCodelisten = List.copyOf(synthetischeCodelisten);
        felder = Map.copyOf(felder);
        gruppen = Map.copyOf(gruppen);
        beteiligte = List.copyOf(beteiligte);
    }

    /** The page with this id. */
    public Optional<Formularseite> seite(String id) {
        return seiten.stream().filter(s -> s.id().equals(id)).findFirst();
    }

    /** The highest level that the Dienst or one of these pages asks the applicant for. */
    public Vertrauensniveau niveau(Collection<Formularseite> dieser) {
        return dieser.stream()
                .filter(seite -> !istFremd(seite))
                .map(Formularseite::vertrauensniveau)
                .reduce(dienst.vertrauensniveau(), (a, b) -> a.erfuellt(b) ? a : b);
    }

    /** Whether a page is filled in by somebody else than the applicant. */
    public boolean istFremd(Formularseite seite) {
        return beteiligte.stream().anyMatch(b -> b.seiten().contains(seite.id()));
    }

    /** Whether there are pages that somebody else fills in. */
    public boolean hatFremde() {
        return seiten.stream().anyMatch(this::istFremd);
    }

    /** The role with this id. */
    public Optional<Beteiligter> beteiligter(String id) {
        return beteiligte.stream().filter(b -> b.id().equals(id)).findFirst();
    }

    /** The same form for who reads everything: the applicant's pages and those that these roles filled in. */
    public Formular mitSeitenVon(Collection<String> rollen) {
        return mitSeiten(seiten.stream()
                .filter(s -> !istFremd(s)
                        || rollen.stream()
                                .flatMap(rolle -> beteiligter(rolle).stream())
                                .anyMatch(b -> b.seiten().contains(s.id())))
                .toList());
    }

    /** The same form with other pages, all of them for one reader. */
    public Formular mitSeiten(List<Formularseite> andere) {
        return new Formular(
                dienst,
                schema,
                andere,
                synthetischeCodelisten,
                regeln,
                ausdruecke,
                schriftform,
                felder,
                gruppen,
                quellen,
                List.of());
    }
}
