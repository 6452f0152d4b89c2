/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet.internal;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;

/** What a browser without JavaScript does: cookies, forms, redirects within the portal. Not thread-safe. */
public final class Browser {

    private static final int WEITERLEITUNGEN = 5;

    private final Netz netz;
    private final Cookies cookies = new Cookies();
    private final List<Antwort> verlauf = new ArrayList<>();

    Browser(Netz netz) {
        this.netz = netz;
    }

    /** All answers so far, redirects included. */
    public List<Antwort> verlauf() {
        return List.copyOf(verlauf);
    }

    /** Whether an address is on the portal itself; others are not asked. */
    public boolean istEigene(URI adresse) {
        return netz.istEigene(adresse);
    }

    /** GET, and on to where the answer leads. */
    public Antwort hole(URI adresse) {
        return folge(sende(HttpRequest.newBuilder(adresse).GET(), adresse));
    }

    /** Sends a form, and on to where the answer leads. */
    public Antwort sende(Formularsendung sendung) {
        return folge(sendeOhneFolgen(sendung));
    }

    /** Sends a form; a redirect is the answer. */
    public Antwort sendeOhneFolgen(Formularsendung sendung) {
        return sende(
                HttpRequest.newBuilder(sendung.ziel())
                        .header("Content-Type", sendung.medientyp())
                        .POST(HttpRequest.BodyPublishers.ofByteArray(sendung.koerper())),
                sendung.ziel());
    }

    private Antwort folge(Antwort erste) {
        Antwort antwort = erste;
        for (int n = 0; antwort.leitetWeiter(); n++) {
            if (n == WEITERLEITUNGEN) {
                throw new NichtMoeglich(
                        "weiterleitung",
                        Seite.ohneEntwurf(erste.adresse().getRawPath()) + " leitet mehr als " + WEITERLEITUNGEN
                                + "-mal weiter.");
            }
            URI ziel = ziel(antwort);
            antwort = sende(HttpRequest.newBuilder(ziel).GET(), ziel);
        }
        return antwort;
    }

    private static URI ziel(Antwort antwort) {
        try {
            return antwort.adresse().resolve(antwort.kopf("Location"));
        } catch (IllegalArgumentException e) {
            throw new NichtMoeglich(
                    "weiterleitung",
                    Seite.ohneEntwurf(antwort.adresse().getRawPath())
                            + " leitet an eine Adresse weiter, die keine ist.");
        }
    }

    private Antwort sende(HttpRequest.Builder bauer, URI adresse) {
        if (!netz.istEigene(adresse)) {
            throw new NichtMoeglich(
                    "fremde-adresse",
                    "Es geht an eine Adresse außerhalb des Portals weiter: " + adresse.getScheme() + "://"
                            + adresse.getRawAuthority());
        }
        bauer.header("Accept", "text/html,*/*;q=0.8").header("Accept-Language", "de");
        String mitgesendet = cookies.fuer(adresse);
        if (!mitgesendet.isEmpty()) {
            bauer.header("Cookie", mitgesendet);
        }
        Antwort antwort = netz.sende(bauer);
        cookies.merke(antwort);
        verlauf.add(antwort);
        return antwort;
    }
}
