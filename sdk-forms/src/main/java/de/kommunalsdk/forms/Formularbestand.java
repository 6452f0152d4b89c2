/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms;

import de.kommunalsdk.codeliste.CodelistenStore;
import de.kommunalsdk.dienst.DienstRef;
import de.kommunalsdk.dienst.OzgDienst;
import de.kommunalsdk.error.Fehlercode;
import de.kommunalsdk.error.Fundstelle;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.forms.definition.FormFehler;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.definition.FormularBauer;
import de.kommunalsdk.forms.quellen.Quellenverzeichnis;
import de.kommunalsdk.mandant.Mandant;
import de.kommunalsdk.mandant.MandantId;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The compiled forms of a portal: which Dienst runs, which does not and why. Filled once at the start, by one thread; then
 * only read.
 */
final class Formularbestand {

    private static final Logger LOG = LoggerFactory.getLogger(KommunalSdk.class);

    private final Map<DienstRef, Formular> formulare = new LinkedHashMap<>();
    private final Set<String> synthetische = new HashSet<>();
    private final Set<Angebotskennung> gesperrt = new HashSet<>();
    private final List<Problem> probleme = new ArrayList<>();

    private record Angebotskennung(MandantId mandant, DienstRef dienst) {}

    /** Compiles one Dienst, or notes why it is not offered. */
    void baue(OzgDienst dienst, CodelistenStore codelisten, Quellenverzeichnis quellen, boolean testmodus) {
        FormularBauer.Ergebnis ergebnis = FormularBauer.baue(dienst, codelisten, testmodus);
        List<Problem> hindernisse = new ArrayList<>();
        ergebnis.formular().ifPresent(formular -> hindernisse.addAll(quellen.pruefe(formular.quellen())));
        probleme.addAll(ergebnis.probleme());
        probleme.addAll(hindernisse);
        if (ergebnis.formular().isEmpty() || !hindernisse.isEmpty()) {
            LOG.error("Dienst {} wird nicht angeboten: {} {}", dienst.ref(), ergebnis.probleme(), hindernisse);
            return;
        }
        Formular formular = ergebnis.formular().get();
        formulare.put(dienst.ref(), formular);
        if (!formular.synthetischeCodelisten().isEmpty()) {
            synthetische.add(dienst.id().wert());
        }
    }

    /** A way that nobody registered would be noticed after the receipt, by a person: better not to begin at all. */
    void sperreOhneWeg(Mandant mandant, Collection<OzgDienst> dienste, Set<String> wege) {
        for (OzgDienst dienst : dienste) {
            Optional<Mandant.Angebot> angebot = mandant.angebot(dienst.id());
            if (angebot.isEmpty() || dienst.verlinkt().isPresent()) {
                continue;
            }
            List<String> eigene = angebot.get().wege();
            List<String> genannte = eigene.isEmpty() ? dienst.wege() : eigene;
            genannte.stream().filter(weg -> !wege.contains(weg)).forEach(weg -> {
                gesperrt.add(new Angebotskennung(mandant.id(), dienst.ref()));
                probleme.add(Problem.fehler(
                        SdkFehler.WEG_FEHLT,
                        Fundstelle.in("Mandant " + mandant.id()),
                        "Dienst " + dienst.ref() + ": Weg \"" + weg + "\" gibt es nicht; bekannt: "
                                + String.join(", ", wege) + "."));
                LOG.error(
                        "Dienst {} wird in {} nicht angeboten: {}",
                        dienst.ref(),
                        mandant.id(),
                        SdkFehler.WEG_FEHLT.code());
            });
        }
    }

    /** Nobody begins what they, or somebody who has to agree, could never submit. */
    void sperreOhneAnmeldung(Mandant mandant, Collection<OzgDienst> dienste, Vertrauensniveau hoechstes) {
        for (OzgDienst dienst : dienste) {
            if (mandant.angebot(dienst.id()).isEmpty() || dienst.verlinkt().isPresent()) {
                continue;
            }
            if (!hoechstes.erfuellt(gefordert(dienst))) {
                sperre(mandant, dienst, SdkFehler.ANMELDUNG, "Der Dienst", gefordert(dienst), hoechstes);
            }
            formular(dienst.ref()).stream()
                    .flatMap(f -> f.beteiligte().stream())
                    .filter(b -> !hoechstes.erfuellt(b.vertrauensniveau()))
                    .forEach(b -> sperre(
                            mandant,
                            dienst,
                            FormFehler.BETEILIGTE_ANMELDUNG,
                            "Beteiligter \"" + b.id() + "\"",
                            b.vertrauensniveau(),
                            hoechstes));
        }
    }

    private void sperre(
            Mandant mandant,
            OzgDienst dienst,
            Fehlercode fehler,
            String wer,
            Vertrauensniveau verlangt,
            Vertrauensniveau hoechstes) {
        gesperrt.add(new Angebotskennung(mandant.id(), dienst.ref()));
        probleme.add(Problem.fehler(
                fehler,
                Fundstelle.in(dienst.dateien().ort()),
                wer + " verlangt " + verlangt + "; die Anmeldung im Mandanten " + mandant.id() + " erreicht hoechstens "
                        + hoechstes + "."));
        LOG.error("Dienst {} wird nicht angeboten: {}", dienst.ref(), fehler.code());
    }

    private Vertrauensniveau gefordert(OzgDienst dienst) {
        return formular(dienst.ref())
                .map(formular -> formular.niveau(formular.seiten()))
                .orElse(dienst.vertrauensniveau());
    }

    /** The compiled form of a version of a Dienst; empty when it is broken or has none. */
    Optional<Formular> formular(DienstRef ref) {
        return Optional.ofNullable(formulare.get(ref));
    }

    /** The same for a Mandant that offers it; also empty when one of its ways is not there. */
    Optional<Formular> formular(MandantId mandant, DienstRef ref) {
        return gesperrt.contains(new Angebotskennung(mandant, ref)) ? Optional.empty() : formular(ref);
    }

    /** Whether a version of the Dienst with this id runs with generated code lists. */
    boolean istSynthetisch(String dienst) {
        return synthetische.contains(dienst);
    }

    /** What is wrong with forms and ways. */
    List<Problem> probleme() {
        return List.copyOf(probleme);
    }
}
