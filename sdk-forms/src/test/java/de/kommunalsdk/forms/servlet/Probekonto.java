/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet;

import de.kommunalsdk.anmeldung.Anmeldewunsch;
import de.kommunalsdk.anmeldung.Nutzerkonto;
import de.kommunalsdk.forms.probe.Probequellen;
import de.kommunalsdk.mandant.MandantId;
import de.kommunalsdk.nutzerkonto.Attribut;
import de.kommunalsdk.nutzerkonto.Nutzer;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/** A login that a test scripts: it keeps the wishes, and who is logged in is what the test says. */
final class Probekonto implements Nutzerkonto {

    /** Where wishes lead to; nothing is there, the test goes on itself. */
    static final String ADRESSE = "/anmelden-im-portal";

    final List<Anmeldewunsch> wuensche = new CopyOnWriteArrayList<>();
    private final AtomicReference<Optional<Nutzer>> angemeldet = new AtomicReference<>(Optional.empty());
    private final Vertrauensniveau hoechstes;

    Probekonto(Vertrauensniveau hoechstes) {
        this.hoechstes = hoechstes;
    }

    static Nutzer nutzer(String quelle, String subjekt, Vertrauensniveau niveau) {
        return new Nutzer(
                quelle, subjekt, niveau, List.of(new Attribut("email", subjekt + "@example.org", niveau, "")));
    }

    static Nutzer erika(Vertrauensniveau niveau) {
        return Probequellen.nutzer(niveau);
    }

    void meldeAn(Nutzer nutzer) {
        angemeldet.set(Optional.of(nutzer));
    }

    void meldeAb() {
        angemeldet.set(Optional.empty());
    }

    Optional<Nutzer> angemeldet() {
        return angemeldet.get();
    }

    /** The last wish. */
    Anmeldewunsch wunsch() {
        return wuensche.get(wuensche.size() - 1);
    }

    @Override
    public Vertrauensniveau hoechstes(MandantId mandant) {
        return hoechstes;
    }

    @Override
    public String anmeldeadresse(Anmeldewunsch wunsch) {
        wuensche.add(wunsch);
        return ADRESSE;
    }

    @Override
    public String abmeldeadresse(MandantId mandant, String zurueck) {
        return "/abmelden?zurueck=" + zurueck;
    }
}
