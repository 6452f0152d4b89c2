/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.servicekonto.servlet;

import de.kommunalsdk.grenze.Anfragegrenze;
import de.kommunalsdk.kurzablage.Kurzablage;
import de.kommunalsdk.mandant.MandantFinder;
import de.kommunalsdk.web.PageShell;

/**
 * What the login takes from the portal; a portal with forms hands over what its {@code KommunalSdk} has.
 *
 * @param mandanten who is served; an address is looked up with the path below the forms' servlet
 * @param huelle frame of each page
 * @param ablage where logins and sessions are kept
 * @param grenze counts beginnings of logins by address
 */
public record Kontoumgebung(MandantFinder mandanten, PageShell huelle, Kurzablage ablage, Anfragegrenze grenze) {}
