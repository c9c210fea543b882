import YanyinCommands

await YanyinCommand.main()
