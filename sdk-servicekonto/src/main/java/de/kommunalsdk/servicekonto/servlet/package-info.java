/* SPDX-License-Identifier: EUPL-1.2 */
/**
 * The pages of the login: choice of the account, way out and back, logout. They keep their state in the database, so that an
 * answer may come back to another node, and hand it over to the portal by {@code KontoServlet.angemeldet}.
 */
@NullMarked
package de.kommunalsdk.servicekonto.servlet;

import org.jspecify.annotations.NullMarked;
