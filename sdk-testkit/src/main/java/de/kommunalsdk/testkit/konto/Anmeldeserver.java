/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konto;

import com.sun.net.httpserver.HttpExchange;
import de.kommunalsdk.saml.IdpMetadaten;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An account with pages, on this machine only: people log in by choosing who they are. Without https a browser takes it and the
 * portal for one site only when both are called {@code localhost}. As at the real one a portal must be
 * registered before anybody can log in to it, and the answer comes by a form from this other site.
 *
 * <pre>{@code
 * try (var konto = Anmeldeserver.starte(Kontoart.AKDB, Clock.systemUTC(), List.of(Testperson.erika()))) {
 *     IdpMetadaten metadaten = konto.metadaten();
 *     konto.registriere(Testdienst.aus(dienst));
 * }
 * }</pre>
 *
 * Thread-safe.
 */
public final class Anmeldeserver implements AutoCloseable {

    private final Seitenserver server;
    private final Kontoart art;
    private final Clock uhr;
    private final List<Testperson> personen;
    private final Testkonto konto;
    private volatile @Nullable Kontosimulator simulator;

    private Anmeldeserver(Seitenserver server, Kontoart art, Clock uhr, List<Testperson> personen, Adressen adressen) {
        this.server = server;
        this.art = art;
        this.uhr = uhr;
        this.personen = List.copyOf(personen);
        this.konto = new Testkonto(adressen.entityId(), adressen.anmeldung(), List.of(Testschluessel.rsa(3072)));
        server.starte(this::bediene);
    }

    /** Starts on a free port. */
    public static Anmeldeserver starte(Kontoart art, Clock uhr, List<Testperson> personen) {
        return starte(art, uhr, personen, 0);
    }

    /** Starts on a port. */
    public static Anmeldeserver starte(Kontoart art, Clock uhr, List<Testperson> personen, int port) {
        Seitenserver server = new Seitenserver(port);
        URI anmeldung = URI.create("http://localhost:" + server.port() + "/sso");
        return new Anmeldeserver(server, art, uhr, personen, new Adressen("https://konto.example/idp", anmeldung));
    }

    /**
     * Starts on a free port, behind a proxy.
     *
     * @param adresse how browsers reach it, {@code https://idp.test}
     */
    public static Anmeldeserver starte(Kontoart art, Clock uhr, List<Testperson> personen, URI adresse) {
        Adressen adressen = new Adressen(adresse + "/idp", URI.create(adresse + "/sso"));
        return new Anmeldeserver(new Seitenserver(0), art, uhr, personen, adressen);
    }

    private record Adressen(String entityId, URI anmeldung) {}

    /** Where it listens on this machine. */
    public int port() {
        return server.port();
    }

    /** What portals get to know of this account. */
    public IdpMetadaten metadaten() {
        return IdpMetadaten.lies(konto.metadaten(), konto.entityId(), List.of(), uhr.instant());
    }

    /** The same as the account publishes it. */
    public byte[] metadatenXml() {
        return konto.metadaten();
    }

    /** Gets to know the one portal that may ask. */
    public void registriere(Testdienst dienst) {
        simulator = new Kontosimulator(art, konto, dienst, uhr);
    }

    @Override
    public void close() {
        server.close();
    }

    private void bediene(HttpExchange austausch) throws IOException {
        Map<String, String> felder = Seitenserver.felder(austausch);
        switch (austausch.getRequestURI().getPath()) {
            case "/sso" -> anmeldung(austausch, felder);
            case "/antwort" -> antwort(austausch, felder);
            case "/abgelaufen" -> abgelaufen(austausch);
            default -> Seitenserver.sende(austausch, 404, new byte[0]);
        }
    }

    private void anmeldung(HttpExchange austausch, Map<String, String> felder) throws IOException {
        Kontoanfrage anfrage;
        try {
            anfrage = lies(felder);
        } catch (IllegalArgumentException e) {
            Seitenserver.fehler(austausch, e);
            return;
        }
        String wer = anfrage.anzeigename().isEmpty() ? "Ein Portal" : anfrage.anzeigename();
        StringBuilder inhalt = Seitenserver.frage(wer, felder);
        for (Testperson person : personen) { // the same person may be listed with several ways to log in
            inhalt.append(Seitenserver.knopf(person.anzeige(), person.anzeige()));
        }
        inhalt.append(Seitenserver.knopf("", "Abbrechen"))
                .append("</form><p><a href=\"/abgelaufen\">Die Sitzung ablaufen lassen</a></p>");
        Seitenserver.seite(austausch, 200, inhalt.toString());
    }

    private void antwort(HttpExchange austausch, Map<String, String> felder) throws IOException {
        Kontosimulator bereit = bereit();
        Kontoanfrage anfrage = lies(felder);
        String wer = felder.getOrDefault("person", "");
        String samlResponse = personen.stream()
                .filter(p -> p.anzeige().equals(wer))
                .findFirst()
                .map(p -> bereit.antwort(anfrage, p))
                .orElseGet(() -> bereit.abbruch(anfrage));
        Seitenserver.seite(
                austausch,
                200,
                "<h1>Zurück zum Portal</h1><form method=\"post\" action=\"" + bereit.acs() + "\">"
                        + Seitenserver.feld("SAMLResponse", samlResponse)
                        + Seitenserver.feld("RelayState", felder.getOrDefault("RelayState", ""))
                        + "<button type=\"submit\">Weiter</button></form>"
                        + "<script>document.forms[0].submit()</script>");
    }

    /** As at the real one: a page of its own, and no answer. */
    private static void abgelaufen(HttpExchange austausch) throws IOException {
        Seitenserver.seite(
                austausch,
                400,
                "<h1>Ihre Sitzung ist abgelaufen</h1><p>Gehen Sie zurück zu der Seite, von der Sie kamen, und"
                        + " melden Sie sich dort noch einmal an.</p>");
    }

    private Kontoanfrage lies(Map<String, String> felder) {
        return bereit().formular(felder.getOrDefault("SAMLRequest", ""));
    }

    private Kontosimulator bereit() {
        Kontosimulator jetzt = simulator;
        if (jetzt == null) {
            throw new IllegalArgumentException("unknown-service-provider");
        }
        return jetzt;
    }
}
