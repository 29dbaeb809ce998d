using System.Collections.Frozen;

namespace Feeds.Pages.Code;

/// <summary>What the colouring of code needs to know of a programming language.</summary>
/// <param name="LineComments">The marks that begin a comment up to the end of its line.</param>
/// <param name="BlockComment">Null when there is none.</param>
/// <param name="Quotes">Longer ones first.</param>
internal sealed record CodeLanguage(
    FrozenSet<string> Keywords, string[] LineComments, (string Begin, string End)? BlockComment, string[] Quotes)
{
    private static readonly (string, string) Slashes = ("/*", "*/");

    private static readonly CodeLanguage C = new(
        Words("""
            abstract alignas as async atomic auto await base bool boolean break byte case catch char checked class const
            constexpr continue decimal def default defer delete do double dyn else enum event explicit export extends
            extern false final finally fixed float fn for foreach friend from func fun function go goto if impl
            implements import in init inline instanceof int interface internal into is lambda let lock long loop match
            mod move mut namespace native new nil null nullptr object of open operator out override package params
            private protected pub public range readonly record ref register return sbyte sealed select self short signed
            sizeof static str string struct super switch synchronized template this throw throws trait transient true try
            type typedef typename typeof uint ulong union unsafe unsigned use ushort using val var virtual void volatile
            when where while with yield
            """), ["//"], Slashes, ["\"\"\"", "\"", "'", "`"]);

    // An apostrophe begins the name of a lifetime.
    private static readonly CodeLanguage Rust = C with { Quotes = ["\""] };

    private static readonly CodeLanguage Python = new(
        Words("""
            False None True and as assert async await break case class continue def del elif else except finally for from
            global if import in is lambda match nonlocal not or pass raise return self try while with yield
            """), ["#"], null, ["\"\"\"", "'''", "\"", "'"]);

    private static readonly CodeLanguage Shell = new(
        Words("""
            case do done elif else esac exit export fi for function if in local return select set shift source test then
            unset until while cd echo sudo
            """), ["#"], null, ["\"", "'"]);

    private static readonly CodeLanguage Ruby = new(
        Words("""
            BEGIN END alias and begin break case class def defined defmodule defp do else elsif end ensure false for fn
            if in module my next nil not or redo require rescue retry return self sub super then true undef unless until
            use when while yield
            """), ["#"], null, ["\"", "'"]);

    private static readonly CodeLanguage Sql = new(
        Words("""
            add all alter and as asc begin between by case commit create default delete desc distinct drop else end
            exists false foreign from full group having if in index inner insert into is join key left like limit not
            null offset on or order outer over primary references returning right rollback select set table then true
            union unique update using values view when where with
            """), ["--"], Slashes, ["'", "\""]);

    private static readonly CodeLanguage Lua = new(
        Words("""
            and break case class data do else elseif end false for function goto if import in infixl infixr instance let
            local module newtype nil not of or repeat return then true type until where while
            """), ["--"], ("--[[", "]]"), ["\"", "'"]);

    private static readonly CodeLanguage Settings = new(Words("false no null off on true yes"), ["#", ";"], null, ["\"\"\"", "\"", "'"]);

    private static readonly CodeLanguage Css =
        new(Words("auto block flex grid important inherit initial none unset"), [], Slashes, ["\"", "'"]);

    private static readonly CodeLanguage Markup = new(Words(""), [], ("<!--", "-->"), ["\""]);

    private static readonly CodeLanguage Lisp = new(
        Words("""
            and cond def define defmacro defn defun do else fn if lambda let loop nil not ns or quote recur require set!
            t true false when
            """), [";"], null, ["\""]);

    private static readonly FrozenDictionary<string, CodeLanguage> ByName = new (CodeLanguage Language, string Names)[]
    {
        (C, "c h cpp c++ cc hpp cs csharp c# java js javascript jsx ts typescript tsx mjs go golang kotlin kt swift scala dart"),
        (C, "php groovy zig d v solidity fsharp f# json json5 jsonc proto glsl objc"),
        (Rust, "rust rs"),
        (Python, "py python python3 gdscript starlark"),
        (Shell, "sh bash zsh shell console fish ps1 powershell dockerfile docker make makefile nix"),
        (Ruby, "rb ruby elixir ex exs perl pl crystal cr julia jl r"),
        (Sql, "sql postgresql postgres mysql sqlite plsql"),
        (Lua, "lua haskell hs elm ada vhdl"),
        (Settings, "yaml yml toml ini conf cfg properties env nginx caddy caddyfile ics"),
        (Css, "css scss sass less"),
        (Markup, "html xml svg xhtml vue svelte astro rss atom"),
        (Lisp, "lisp clojure clj scheme racket elisp el"),
    }
        .SelectMany(row => row.Names.Split(' ').Select(name => (name, row.Language)))
        .ToFrozenDictionary(row => row.name, row => row.Language, StringComparer.OrdinalIgnoreCase);

    /// <param name="name">As authors write it after the fence of a code block.</param>
    public static CodeLanguage? Find(string name) => ByName.GetValueOrDefault(name);

    public bool Has(string word) => Keywords.Contains(ReferenceEquals(this, Sql) ? word.ToLowerInvariant() : word);

    private static FrozenSet<string> Words(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
