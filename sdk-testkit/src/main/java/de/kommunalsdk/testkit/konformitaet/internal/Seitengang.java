/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet.internal;

import de.kommunalsdk.testkit.konformitaet.internal.Seite.Art;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.FormElement;
import org.jspecify.annotations.Nullable;

/**
 * One walk to every kind of page, shared by all rules of a check. Catalogue and form must be there; of the others those
 * that can be reached, as each has its own rule.
 */
public final class Seitengang {

    private final Rundgang rundgang;
    private final Browser browser;
    private final List<Seite> seiten = new ArrayList<>();
    private @Nullable NichtMoeglich hindernis;
    private Optional<NichtMoeglich> unausgefuellt = Optional.empty();

    Seitengang(Rundgang rundgang) {
        this.rundgang = rundgang;
        this.browser = rundgang.neuerBrowser();
        try {
            gehe();
        } catch (NichtMoeglich e) {
            hindernis = e;
        }
    }

    /** The pages; throws what was in the way of catalogue or form. */
    public List<Seite> seiten() {
        NichtMoeglich grund = hindernis;
        if (grund != null) {
            throw grund;
        }
        return seiten.stream().filter(s -> s.antwort().istHtml()).toList();
    }

    /** The page of this kind, if the walk came to one. */
    public Optional<Seite> seite(Art art) {
        return seiten().stream().filter(s -> s.art() == art).findFirst();
    }

    /** The browser of the walk: it has the cookies of the draft. */
    public Browser browser() {
        return browser;
    }

    /** Why the form could not be filled in to its end. */
    public Optional<NichtMoeglich> unausgefuellt() {
        return unausgefuellt;
    }

    private void gehe() {
        Seite katalog = rundgang.katalog(browser);
        Seite liste = rundgang.liste(browser);
        if (liste.antwort().status() == 200) {
            seiten.add(liste);
        }
        seiten.add(katalog);
        Browser anderer = rundgang.neuerBrowser();
        Seite begonnen = rundgang.starte(anderer, rundgang.katalog(anderer));
        if (begonnen.art() == Art.EINWILLIGUNG) {
            seiten.add(begonnen);
        }
        Seite formular = rundgang.beginne(browser, katalog);
        URI adresse = formular.antwort().adresse();
        seiten.add(formular);
        seiten.add(rundgang.sendeLeer(browser, formular));
        rundgang.schreibeInZweiTabs(browser, formular)
                .filter(s -> s.antwort().status() == 409)
                .ifPresent(seiten::add);
        seiten.add(new Seite(Art.FREMDER_ENTWURF, rundgang.neuerBrowser().hole(adresse)));
        Seite wieder = new Seite(Art.FORMULAR, browser.hole(adresse));
        if (Rundgang.antragsformular(wieder)
                .flatMap(f -> Rundgang.knopf(f, "unterbrechen"))
                .isPresent()) {
            seiten.add(rundgang.unterbreche(browser, wieder));
        }
        seiten.add(rundgang.fortsetzen(browser));
        seiten.add(rundgang.fehlerseite(browser));
        bisZumEnde(new Seite(Art.FORMULAR, browser.hole(adresse)));
    }

    private void bisZumEnde(Seite formular) {
        try {
            Seite pruefen = rundgang.ausfueller(browser).bisZurPruefung(formular);
            seiten.add(pruefen);
            Optional<FormElement> einreichen = pruefen.formularNach("/einreichen");
            if (rundgang.pruefling().mitwirkung().einreichen() && einreichen.isPresent()) {
                seiten.add(new Seite(Art.QUITTUNG, browser.sende(Formularsendung.von(einreichen.get()))));
            }
        } catch (NichtMoeglich e) {
            unausgefuellt = Optional.of(e);
        }
    }
}
