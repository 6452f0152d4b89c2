/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.cli;

import de.kommunalsdk.klaerung.Klaerungsfaelle.Klaerungsfall;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code klaerung list}: the open cases, without personal data. */
@Command(name = "list", description = "Nennt die offenen Klaerungsfaelle aller Mandanten, die aeltesten zuerst.")
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class KlaerungList implements Callable<Integer> {

    private static final int HOECHSTENS = 1000;

    @Spec
    private CommandSpec befehl;

    @Mixin
    private Datenbankzugang zugang;

    @Option(names = "--json", description = "Je Fall eine Zeile JSON.")
    private boolean json;

    @Override
    public Integer call() {
        Ausgabe ausgabe = new Ausgabe(befehl);
        List<Klaerungsfall> offene = zugang.datenhaltung().klaerungsfaelle().offene(HOECHSTENS);
        offene.forEach(fall -> schreibe(fall, ausgabe));
        if (offene.size() == HOECHSTENS) {
            ausgabe.hinweis("Es werden hoechstens " + HOECHSTENS + " Faelle genannt; es kann mehr geben.");
        }
        if (!json) {
            ausgabe.zeile("Offene Klaerungsfaelle: " + offene.size());
        }
        return Kommandozeile.OK;
    }

    private void schreibe(Klaerungsfall fall, Ausgabe ausgabe) {
        Zeile zeile = new Zeile(
                fall.id(),
                fall.mandant().wert(),
                fall.antrag().wert(),
                fall.art(),
                fall.code(),
                fall.detail(),
                fall.versuche(),
                fall.seit().toString());
        if (json) {
            ausgabe.json(zeile);
        } else {
            ausgabe.zeile("%s seit %s, Mandant %s, Antrag %s, %s, Versuche: %d, %s %s"
                    .formatted(
                            zeile.id(),
                            zeile.since(),
                            zeile.mandant(),
                            zeile.antrag(),
                            zeile.kind(),
                            zeile.attempts(),
                            zeile.code(),
                            zeile.detail()));
        }
    }

    /** One case; names and order of the components are the keys of the JSON. */
    private record Zeile(
            String id,
            String mandant,
            String antrag,
            String kind,
            String code,
            String detail,
            int attempts,
            String since) {}
}
